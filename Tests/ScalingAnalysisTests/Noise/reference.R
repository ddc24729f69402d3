# Rscript reference.R: the reference values of the noise tests (R 4.2.2, MASS 7.3).
options(digits = 15)
x <- c(1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
l <- log2(x)
items <- c(30, 60, 30, 50, 30, 30, 100, 30, 30, 40)
right <- c(2, 7, 5, 14, 11, 13, 62, 21, 22, 35)
p <- right / items

show <- function(name, fit, ...) {
  cat("##", name, "\n")
  print(coef(summary(fit, ...))[, 1:2])
}

# Binomial counts around a line in log2 x: identity link.
fit <- glm(p ~ l, family = binomial(link = "identity"), weights = items, start = c(0.1, 0.08),
  control = glm.control(epsilon = 1e-15, maxit = 200))
show("binomial log-linear", fit)
cat("deviance", deviance(fit), "logLik", logLik(fit), "AIC", AIC(fit), "BIC", BIC(fit), "\n")
fit <- glm(p ~ l, family = quasibinomial(link = "identity"), weights = items,
  start = c(0.1, 0.08), control = glm.control(epsilon = 1e-15, maxit = 200))
show("quasi-binomial log-linear", fit)
cat("dispersion", summary(fit)$dispersion, "\n")

# Binomial counts around a logistic from 0 to 1: the logit link. midpoint = -a/b,
# steepnessPerDoubling = b.
fit <- glm(p ~ l, family = binomial, weights = items,
  control = glm.control(epsilon = 1e-15, maxit = 200))
b <- coef(fit); V <- vcov(fit)
mid <- -b[1] / b[2]; g <- c(-1 / b[2], b[1] / b[2]^2)
cat("## binomial logistic\n", "steepness", b[2], sqrt(V[2, 2]),
  "midpoint", 2^mid, 2^mid * log(2) * sqrt(t(g) %*% V %*% g), "deviance", deviance(fit), "\n")

# A logistic from 0 to a free ceiling by maximum likelihood: Fisher's scoring.
t <- c(0.97, 5, log(0.49))
for (i in 1:500) {
  z <- 1 / (1 + exp(-exp(t[3]) * (l - t[2])))
  q <- t[1] * z
  J <- cbind(z, -t[1] * z * (1 - z) * exp(t[3]), t[1] * z * (1 - z) * exp(t[3]) * (l - t[2]))
  w <- items / (q * (1 - q))
  t <- t + qr.solve(sqrt(w) * J, sqrt(w) * (p - q))
}
cat("## binomial logistic with free ceiling\n", "ceiling", t[1], "midpoint", 2^t[2],
  "steepness", exp(t[3]), "logLik", sum(dbinom(right, items, q, log = TRUE)), "\n")

# Robust regression on log2 x with two outliers.
y <- c(0.11, 0.14, 0.20, 0.31, 0.70, 0.44, 0.52, 0.62, 0.66, 0.20)
library(MASS)
show("rlm huber", h <- rlm(y ~ l, psi = psi.huber, k = 1.345, maxit = 500, acc = 1e-14))
cat("scale", h$s, "\n")
show("rlm bisquare", t <- rlm(y ~ l, psi = psi.bisquare, c = 4.685, maxit = 500, acc = 1e-14,
  init = coef(h)))
cat("scale", t$s, "\n")

# Weighted least squares.
w <- c(1, 2, 1, 4, 1, 1, 3, 1, 2, 5)
fit <- lm(p ~ l, weights = w)
show("relative weights", fit)
cat("sigma", sigma(fit), "logLik", logLik(fit), "AIC", AIC(fit), "BIC", BIC(fit), "\n")
print(confint(fit))
e <- sqrt(p * (1 - p) / items)
fit <- lm(p ~ l, weights = 1 / e^2)
s <- sigma(fit); se <- sqrt(diag(vcov(fit))) / s
cat("## known errors\n", coef(fit), se, "chi-squared", deviance(fit), "p",
  pchisq(deviance(fit), 8, lower.tail = FALSE), "logLik",
  sum(dnorm(p, fitted(fit), e, log = TRUE)), "interval", coef(fit)[2] + c(-1, 1) * qnorm(0.975) * se[2], "\n")
long <- rep(seq_along(x), w)
fit <- lm(p[long] ~ l[long])
show("counts", fit)
cat("sigma", sigma(fit), "logLik", logLik(fit), "AIC", AIC(fit), "BIC", BIC(fit), "\n")
print(confint(fit))

# Delete-one-question jackknife of a slope on log2 x: 12 questions at 5 budgets.
d <- matrix(c(
  0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
  0, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 1),
  ncol = 5, byrow = TRUE)
k <- 0:4
slope <- function(m) coef(lm(colMeans(m) ~ k))
full <- slope(d)
r <- t(sapply(1:12, function(q) slope(d[-q, ])))
se <- apply(r, 2, function(v) sqrt(11 / 12 * sum((v - mean(v))^2)))
cat("## jackknife\n", full, se, full - qt(0.975, 11) * se, full + qt(0.975, 11) * se, "\n")
