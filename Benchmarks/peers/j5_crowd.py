"""Counts of points in hexagons and a curve. usage: j5_crowd.py crowd.csv crowd_curve.csv out.svg"""
import csv
import sys

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot  # noqa: E402  (the backend comes first)


def columns(path, value):
    with open(path) as file:
        rows = [(float(row["tokens"]), float(row[value])) for row in csv.DictReader(file)]
    return list(zip(*rows))


pyplot.rcParams["svg.fonttype"] = "none"
figure, axes = pyplot.subplots(figsize=(7.6, 4.8))
axes.hexbin(*columns(sys.argv[1], "accuracy"), gridsize=100, bins="log", xscale="log", mincnt=1)
axes.plot(*columns(sys.argv[2], "fit"), color="C1")
axes.set(ylim=(0, 1), xlabel="Inference tokens", ylabel="Accuracy")
figure.savefig(sys.argv[3])
