"""usage: j8_scipy.py TABLE SIMULATIONS: a contest of 6 curves on the points of a table with scipy.optimize.curve_fit:
series simulated from each fitted curve, every curve fitted to every series again."""
import csv
import sys
import time
import warnings

import numpy as np
from scipy.optimize import curve_fit

warnings.simplefilter("ignore")


def power_law(u, scale, exponent):
    return scale * np.exp(u * exponent)


def saturating_power(u, limit, scale, exponent):
    return limit - scale * np.exp(-u * np.abs(exponent))


def saturating_exponential(u, limit, scale, place):
    return limit - scale * np.exp(-np.exp(np.clip(u - place, -40, 6)))


def hinge(u, start, slope, bend):
    return start + slope * np.minimum(u, bend)


FAMILIES = [
    (lambda u, a, b: a + b * np.exp(u - 8), (0.3, 0.4)),
    (lambda u, a, b: a + b * u, (0.2, 0.06)),
    (power_law, (0.2, 0.15)),
    (saturating_power, (0.8, 0.6, 0.3)),
    (saturating_exponential, (0.7, 0.5, 4)),
    (hinge, (0.2, 0.08, 5)),
]
with open(sys.argv[1]) as file:
    rows = [(float(row["avg_tokens_used"]), float(row["accuracy"])) for row in csv.DictReader(file)]
x, y = np.array(rows).T
u = np.log(x / x.min())
simulations = int(sys.argv[2])
draw = np.random.default_rng(1)
failed = 0


def fit(family, y, start):
    global failed
    try:
        return curve_fit(family, u, y, p0=start, maxfev=2000)[0]
    except RuntimeError:
        failed += 1
        return np.array(start)


began = time.perf_counter()
best = [fit(family, y, start) for family, start in FAMILIES]
for (family, _), truth in zip(FAMILIES, best):
    fitted = family(u, *truth)
    spread = (((y - fitted) ** 2).sum() / (len(y) - len(truth))) ** 0.5
    for _ in range(simulations):
        series = fitted + spread * draw.standard_normal(len(y))
        for (rival, _), start in zip(FAMILIES, best):
            found = fit(rival, series, start)
            ((series - rival(u, *found)) ** 2).sum()
refits = len(FAMILIES) ** 2 * simulations
print(refits / (time.perf_counter() - began), "refits per second,", failed, "without an optimum")
