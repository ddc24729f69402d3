"""A part of what the notebooks do: the fits, their ranking and the figure of o1-mini's 15 points, once.

usage: j11_scipy.py TABLE FIGURE.svg

Six curves with scipy.optimize.curve_fit from given starts, AICc, the delta method's band of the best, and its figure by
matplotlib. Ours finds its starts, profiles its intervals, and does every other block of the notebooks besides.
"""
import sys
import warnings

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plot
import numpy
import pandas
from scipy.optimize import curve_fit
from scipy.stats import t

warnings.simplefilter("ignore")
FAMILIES = {
    "linear": (lambda u, a, b: a + b * numpy.exp(u - 8), (0.3, 0.4)),
    "log-linear": (lambda u, a, b: a + b * u, (0.2, 0.06)),
    "power-law": (lambda u, a, b: a * numpy.exp(u * b), (0.2, 0.15)),
    "saturating-power": (lambda u, c, a, b: c - a * numpy.exp(-u * numpy.abs(b)), (0.8, 0.6, 0.3)),
    "logistic": (lambda u, c, m, s: c / (1 + numpy.exp(-s * (u - m))), (0.7, 2, 0.8)),
    "hinge": (lambda u, a, b, c: a + b * numpy.minimum(u, c), (0.2, 0.08, 5)),
}


def slopes(family, u, best):
    steps = 1e-6 * numpy.maximum(numpy.abs(best), 1e-3)
    return numpy.array([(family(u, *(best + move)) - family(u, *(best - move))) / (2 * step)
                        for step, move in zip(steps, numpy.diag(steps))])


def main(path, target):
    table = pandas.read_csv(path)
    x, y = table["avg_tokens_used"].to_numpy(float), table["accuracy"].to_numpy(float)
    u, n = numpy.log(x / x.min()), len(x)
    found = []
    for name, (family, start) in FAMILIES.items():
        best, covariance = curve_fit(family, u, y, p0=start, maxfev=20_000)
        rss, k = ((y - family(u, *best)) ** 2).sum(), len(best) + 1
        found.append((n * numpy.log(2 * numpy.pi * rss / n) + n + 2 * k * n / (n - k - 1), name, best, covariance))
    found.sort(key=lambda fit: fit[0])
    for criterion, name, best, _ in found:
        print("%-18s %8.2f  %s" % (name, criterion - found[0][0], " ".join("%.4g" % value for value in best)))
    _, name, best, covariance = found[0]
    grid = numpy.linspace(0, u.max(), 200)
    gradient = slopes(FAMILIES[name][0], grid, best)
    half = t.ppf(0.975, n - len(best)) * numpy.sqrt((gradient * (covariance @ gradient)).sum(axis=0))
    curve = FAMILIES[name][0](grid, *best)
    figure, axes = plot.subplots(figsize=(7.6, 4.6))
    axes.fill_between(x.min() * numpy.exp(grid), curve - half, curve + half, alpha=0.2)
    axes.plot(x.min() * numpy.exp(grid), curve, label=name)
    axes.plot(x, y, "o")
    axes.set_xscale("log", base=2)
    axes.set_xlabel("tokens used per question")
    axes.set_ylabel("accuracy")
    axes.legend()
    figure.savefig(target)


main(*sys.argv[1:])
