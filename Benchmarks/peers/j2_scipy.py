"""usage: j2_scipy.py FOLDER REFITS: 3 models to 4 series with scipy.optimize.curve_fit, refits of resampled points, bands."""
import csv
import random
import sys
import warnings

import numpy as np
from scipy.optimize import curve_fit

warnings.simplefilter("ignore")


def line(x, a, b):
    return a + b * np.log10(x)


def saturating(x, limit, scale, exponent):
    return limit - scale * x ** -exponent


def logistic(x, floor, ceiling, steepness, midpoint):
    return floor + (ceiling - floor) / (1 + np.exp(-steepness * (np.log10(x) - midpoint)))


MODELS = [
    ("small", line, lambda x, y: (0, 0.1)),
    ("sat", saturating, lambda x, y: (y.max() + 0.02, (y.max() + 0.02 - y.min()) * x.min() ** 0.3, 0.3)),
    ("small", logistic, lambda x, y: (y.min(), y.max(), 2, np.log10(x).mean())),
]
folder, refits = sys.argv[1], int(sys.argv[2])
draw = random.Random(1)
for name, model, start in MODELS:
    series = {}
    with open("%s/%s.csv" % (folder, name)) as file:
        for row in csv.DictReader(file):
            series.setdefault(row["model"], []).append((float(row["tokens"]), float(row["accuracy"])))
    for one, points in series.items():
        x, y = np.array(points).T
        best, _ = curve_fit(model, x, y, p0=start(x, y), maxfev=20000)
        places = np.geomspace(x.min(), x.max(), 100)
        curves = []
        while len(curves) < refits:
            chosen = [draw.randrange(len(x)) for _ in x]
            if len(set(chosen)) < 6:
                continue
            try:
                curves.append(model(places, *curve_fit(model, x[chosen], y[chosen], p0=best)[0]))
            except RuntimeError:
                curves.append(np.full(100, np.nan))
        low, high = np.nanpercentile(curves, [2.5, 97.5], axis=0)
        print(one, model.__name__, *best, ((y - model(x, *best)) ** 2).sum(), low.mean(), high.mean())
