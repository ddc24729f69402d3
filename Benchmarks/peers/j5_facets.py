"""Panels of points and curves. usage: j5_facets.py facets.csv facets_curve.csv out.svg"""
import csv
import sys

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot  # noqa: E402  (the backend comes first)


def table(path, value):
    """benchmark -> model -> tokens and values"""
    found = {}
    with open(path) as file:
        for row in csv.DictReader(file):
            pair = found.setdefault(row["benchmark"], {}).setdefault(row["model"], ([], []))
            pair[0].append(float(row["tokens"]))
            pair[1].append(float(row[value]))
    return found


points, curves = table(sys.argv[1], "accuracy"), table(sys.argv[2], "fit")
pyplot.rcParams["svg.fonttype"] = "none"
figure, grid = pyplot.subplots(5, 4, figsize=(10, 10), sharex=True, sharey=True)
for axes, benchmark in zip(grid.flat, points):
    for i, model in enumerate(points[benchmark]):
        axes.plot(*curves[benchmark][model], color="C%d" % i)
        axes.plot(*points[benchmark][model], "o", color="C%d" % i, markersize=3)
    axes.set(xscale="log", ylim=(0, 1), title=benchmark)
figure.savefig(sys.argv[3])
