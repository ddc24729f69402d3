# Points with bars, curves, bands and a legend, base graphics. usage: j5_svglite.R small.csv fig_curve.csv out.svg
arguments <- commandArgs(TRUE)
points_of <- read.csv(arguments[1])
curve_of <- read.csv(arguments[2])
models <- unique(points_of$model)
colours <- palette.colors(length(models) + 1, "Okabe-Ito")[-1]
svglite::svglite(arguments[3], width = 7.6, height = 4.8)
plot(NULL, xlim = range(curve_of$tokens), ylim = c(0, 1), log = "x", xlab = "Inference tokens",
     ylab = "Accuracy", main = "Accuracy against inference tokens")
grid()
for (i in seq_along(models)) {
  with(curve_of[curve_of$model == models[i], ], {
    polygon(c(tokens, rev(tokens)), c(lo, rev(hi)), col = adjustcolor(colours[i], 0.2), border = NA)
    lines(tokens, fit, col = colours[i], lwd = 2)
  })
  with(points_of[points_of$model == models[i], ], {
    arrows(tokens, accuracy - stderr, tokens, accuracy + stderr, code = 3, angle = 90, length = 0.02, col = colours[i])
    points(tokens, accuracy, pch = 19, col = colours[i])
  })
}
legend("topleft", models, col = colours, pch = 19, lty = 1, bty = "n")
invisible(dev.off())
