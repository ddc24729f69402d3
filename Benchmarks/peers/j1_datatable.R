# Mean, count and range of `value` per model and benchmark, with data.table. usage: j1_datatable.R agg.csv
suppressPackageStartupMessages(library(data.table))
table <- fread(commandArgs(TRUE)[1])
groups <- table[!is.na(value), .(n = .N, mean = mean(value), low = min(value), high = max(value)),
                by = .(model, benchmark)]
cat(sprintf("groups=%d n=%d means=%.9f range=%.5f\n", nrow(groups), sum(groups$n), sum(groups$mean),
            sum(groups$high - groups$low)))
