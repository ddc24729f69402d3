"""usage: j10_scipy.py TABLE REFITS: a fractional logit of coverage on log training compute and log samples with
scipy.optimize.minimize and its exact gradient, refitted to models drawn with replacement, each refit from the fit."""
import csv
import json
import sys

import numpy as np
from scipy.optimize import minimize

with open(sys.argv[1]) as file:
    rows = list(csv.DictReader(file))
refits = int(sys.argv[2])
t, u = (np.log10([float(row[name]) for row in rows]) for name in ("train_flops", "k"))
y = np.array([float(row["coverage"]) for row in rows])
X = np.column_stack([np.ones(len(y)), t - t.mean(), u - u.mean()])
names = sorted({row["model"] for row in rows})
members = [np.flatnonzero([row["model"] == name for row in rows]) for name in names]


def fit(design, response, start):
    def objective(b):
        odds = design @ b
        mean = 1 / (1 + np.exp(-odds))
        return (np.logaddexp(0, odds) - response * odds).sum(), design.T @ (mean - response)

    return minimize(objective, start, jac=True, method="BFGS").x


best = fit(X, y, np.zeros(3))
draw = np.random.default_rng(1)
rates = []
for _ in range(refits):
    rows = np.concatenate([members[i] for i in draw.integers(0, len(names), len(names))])
    b = fit(X[rows], y[rows], best)
    rates.append(b[1] / b[2])
low, high = np.percentile(rates, [2.5, 97.5])
print(json.dumps({"rate": best[1] / best[2], "lower": low, "upper": high}))
