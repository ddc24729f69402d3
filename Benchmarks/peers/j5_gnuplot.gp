# Points with bars, curves, bands and a legend. usage: gnuplot -c j5_gnuplot.gp small.csv fig_curve.csv out.svg
set terminal svg size 760,480 font "sans-serif,13"
set output ARG3
set datafile separator comma
set logscale x
set yrange [0:1]
set grid
set key left top
set xlabel "Inference tokens"
set ylabel "Accuracy"
set title "Accuracy against inference tokens"
set style fill transparent solid 0.2 noborder
models = "alpha-mini beta-large gamma-think delta-base"
of(i) = (stringcolumn(1) eq word(models, i) ? column(2) : NaN)
plot for [i = 1:words(models)] ARG2 using (of(i)):4:5 skip 1 with filledcurves linecolor i notitle, \
     for [i = 1:words(models)] ARG2 using (of(i)):3 skip 1 with lines linewidth 2 linecolor i notitle, \
     for [i = 1:words(models)] ARG1 using (of(i)):3:4 skip 1 with yerrorbars pointtype 7 linecolor i title word(models, i)
