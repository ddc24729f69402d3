# Three models per series, AICc, figure and report, with minpack.lm and svglite.
# usage: j6_nlslm.R small.csv out.svg out.json REFITS      (REFITS 0: no band)
suppressPackageStartupMessages(library(minpack.lm))
arguments <- commandArgs(TRUE)
table <- read.csv(arguments[1])
refits <- as.integer(arguments[4])
models <- list(
  "log-linear" = list(curve = y ~ intercept + slope * log2(x), start = function(x, y) list(intercept = 0, slope = 0.05)),
  "saturating-power" = list(curve = y ~ asymptote - scale * x^-exponent, start = function(x, y)
    list(asymptote = max(y), scale = (max(y) - min(y)) * min(x)^0.3, exponent = 0.3)),
  "logistic" = list(curve = y ~ floor + (ceiling - floor) / (1 + exp(-steepness * (log2(x) - midpoint))),
                    start = function(x, y) list(floor = min(y), ceiling = max(y), steepness = 0.6, midpoint = mean(log2(x)))))
fit <- function(model, x, y, start) suppressWarnings(
  nlsLM(model$curve, data = data.frame(x = x, y = y), start = start, control = nls.lm.control(maxiter = 1024)))
value <- function(model, estimates, x) eval(model$curve[[3]], c(as.list(estimates), list(x = x)))
aicc <- function(n, rss, count) { k <- count + 1; n * log(2 * pi * rss / n) + n + 2 * k * n / (n - k - 1) }

set.seed(1)
colours <- palette.colors(5, "Okabe-Ito")[-1]
svglite::svglite(arguments[2], width = 7.6, height = 4.8)
plot(NULL, xlim = range(table$tokens), ylim = c(0, 1), log = "x", xlab = "Inference tokens", ylab = "Accuracy")
grid()
names <- unique(table$model)
report <- character()
for (i in seq_along(names)) {
  series <- table[table$model == names[i], ]
  x <- series$tokens; y <- series$accuracy; n <- length(x)
  fits <- lapply(models, function(model) fit(model, x, y, model$start(x, y)))
  rss <- sapply(fits, function(one) sum(resid(one)^2))
  scores <- sapply(seq_along(fits), function(j) aicc(n, rss[j], length(coef(fits[[j]]))))
  best <- which.min(scores); model <- models[[best]]; start <- as.list(coef(fits[[best]]))
  at <- exp(seq(log(min(x)), log(max(x)), length.out = 100))
  if (refits > 0) {
    curves <- matrix(NA, refits, 100); done <- 0
    while (done < refits) {
      chosen <- sample.int(n, replace = TRUE)
      if (length(unique(chosen)) < 6) next
      done <- done + 1
      again <- try(fit(model, x[chosen], y[chosen], start), silent = TRUE)
      if (!inherits(again, "try-error")) curves[done, ] <- value(model, coef(again), at)
    }
    edges <- apply(curves, 2, quantile, c(0.025, 0.975), na.rm = TRUE)
    polygon(c(at, rev(at)), c(edges[1, ], rev(edges[2, ])), col = adjustcolor(colours[i], 0.2), border = NA)
  }
  lines(at, value(model, start, at), col = colours[i], lwd = 2)
  arrows(x, y - series$stderr, x, y + series$stderr, code = 3, angle = 90, length = 0.02, col = colours[i])
  points(x, y, pch = 19, col = colours[i])
  entries <- sprintf('{"model":"%s","residualSumOfSquares":%.15g,"aicc":%.15g}', names(models), rss, scores)
  report <- c(report, sprintf('{"name":"%s","fits":[%s]}', names[i], paste(entries[order(scores)], collapse = ",")))
}
legend("topleft", names, col = colours, pch = 19, lty = 1, bty = "n")
invisible(dev.off())
writeLines(sprintf('{"series":[%s]}', paste(report, collapse = ",")), arguments[3])
