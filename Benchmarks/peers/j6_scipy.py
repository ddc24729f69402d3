"""Three models per series, AICc, figure and report, as a notebook would do it with SciPy and matplotlib.
usage: j6_scipy.py small.csv out.svg out.json REFITS      (REFITS 0: no band)"""
import json
import sys
import warnings

import matplotlib
import numpy
import pandas
from scipy.optimize import curve_fit

matplotlib.use("svg")
from matplotlib import pyplot  # noqa: E402  (the backend comes first)


def log_linear(x, intercept, slope):
    return intercept + slope * numpy.log2(x)


def saturating_power(x, asymptote, scale, exponent):
    return asymptote - scale * x**-exponent


def logistic(x, floor, ceiling, steepness, midpoint):
    return floor + (ceiling - floor) / (1 + numpy.exp(-steepness * (numpy.log2(x) - midpoint)))


MODELS = {
    "log-linear": (log_linear, lambda x, y: (0, 0.05)),
    "saturating-power": (saturating_power, lambda x, y: (y.max(), (y.max() - y.min()) * x.min() ** 0.3, 0.3)),
    "logistic": (logistic, lambda x, y: (y.min(), y.max(), 0.6, numpy.log2(x).mean())),
}


def aicc(n, residuals, coefficients):
    k = coefficients + 1  # the noise scale is a parameter too
    return n * numpy.log(2 * numpy.pi * residuals / n) + n + 2 * k * n / (n - k - 1)


def band(model, start, x, y, grid, refits):
    generator, curves = numpy.random.default_rng(1), []
    while len(curves) < refits:
        chosen = generator.integers(0, len(x), len(x))
        if len(set(chosen)) < 6:
            continue
        try:
            curves.append(model(grid, *curve_fit(model, x[chosen], y[chosen], p0=start)[0]))
        except RuntimeError:
            curves.append(numpy.full(len(grid), numpy.nan))
    return numpy.nanpercentile(curves, [2.5, 97.5], axis=0)


warnings.simplefilter("ignore")
source, picture, document, refits = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
pyplot.rcParams["svg.fonttype"] = "none"
figure, axes = pyplot.subplots(figsize=(7.6, 4.8))
report = []
for i, (name, series) in enumerate(pandas.read_csv(source).groupby("model", sort=False)):
    x, y = series.tokens.to_numpy(float), series.accuracy.to_numpy()
    fits = []
    for label, (model, start) in MODELS.items():
        estimates = curve_fit(model, x, y, p0=start(x, y), maxfev=20000)[0]
        residuals = float(((y - model(x, *estimates)) ** 2).sum())
        fits.append({"model": label, "coefficients": list(estimates), "residualSumOfSquares": residuals,
                     "aicc": aicc(len(x), residuals, len(estimates))})
    fits.sort(key=lambda fit: fit["aicc"])
    report.append({"name": name, "fits": fits})
    model, best = MODELS[fits[0]["model"]][0], fits[0]["coefficients"]
    grid, colour = numpy.geomspace(x.min(), x.max(), 100), "C%d" % i
    axes.plot(grid, model(grid, *best), color=colour)
    if refits:
        axes.fill_between(grid, *band(model, best, x, y, grid, refits), color=colour, alpha=0.2, linewidth=0)
    axes.errorbar(x, y, series.stderr, fmt="o", color=colour, label=name)
axes.set(xscale="log", ylim=(0, 1), xlabel="Inference tokens", ylabel="Accuracy")
axes.legend()
figure.savefig(picture)
with open(document, "w") as file:
    json.dump({"series": report}, file)
