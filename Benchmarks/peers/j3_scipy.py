"""usage: j3_scipy.py TABLE REFITS: Hoffmann's law by L-BFGS-B with exact gradients from the published 4,500 starts, then refits."""
import itertools
import sys

import numpy as np
from scipy.optimize import minimize

N, D, L = np.log(np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)).T
DELTA = 1e-3


def objective(p, n, d, loss):
    a, b, e, alpha, beta = p
    one, two = a - alpha * n, b - beta * d
    top = np.maximum(np.maximum(one, two), e)
    q1, q2, q3 = np.exp(one - top), np.exp(two - top), np.exp(e - top)
    total = q1 + q2 + q3
    r = top + np.log(total) - loss
    size = np.abs(r)
    pull = np.clip(r, -DELTA, DELTA) / total
    w1, w2 = pull * q1, pull * q2
    return (np.where(size <= DELTA, r * r / 2, DELTA * (size - DELTA / 2)).sum(),
            np.array([w1.sum(), w2.sum(), (pull * q3).sum(), -(w1 * n).sum(), -(w2 * d).sum()]))


def descend(start, *data):
    return minimize(objective, start, args=data, jac=True, method="L-BFGS-B",
                    options={"maxiter": 1000, "maxfun": 100000, "ftol": 2.2e-12})


steps, halves = np.arange(0, 30, 5.0), np.arange(0, 2.5, 0.5)
starts = itertools.product(steps, steps, np.arange(-1, 1.5, 0.5), halves, halves)
best = min((descend(np.array(start), N, D, L) for start in starts), key=lambda end: end.fun)
random = np.random.default_rng(1)
refits = []
for _ in range(int(sys.argv[2])):
    rows = random.integers(0, len(N), len(N))
    refits.append(descend(best.x, N[rows], D[rows], L[rows]).x)
low, high = np.percentile(refits, [2.5, 97.5], axis=0)
print("objective %.9e alpha %.5f beta %.5f; intervals %s %s" % (best.fun, best.x[3], best.x[4], low[3:], high[3:]))
