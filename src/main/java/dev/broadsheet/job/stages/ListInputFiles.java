package dev.broadsheet.job.stages;

import dev.broadsheet.articles.input.InputFiles;
import dev.broadsheet.runs.RunStore;
import org.apache.hadoop.conf.Configuration;

/** Which files there are, and how many parts Spark is to make of so much. */
public record ListInputFiles(Context context) implements Stage<InputFiles> {
  @Override
  public Outcome<InputFiles> run() {
    Configuration hadoop = context.spark().sparkContext().hadoopConfiguration();
    InputFiles input =
        InputFiles.list(context.config().input(), context.config().format(), hadoop)
            .outside(RunStore.runsIn(context.config().output()), hadoop);
    ExecutionPlan.of(input.bytes(), context.spark().sparkContext().defaultParallelism())
        .applyTo(context.spark());
    String pages =
        input.pages() == 0
            ? ""
            : " (%,d pages, which --format html reads)".formatted(input.pages());
    String ignored = input.ignored() == 0 ? "" : ", " + input.ignored() + " others ignored" + pages;
    return new Outcome<>(
        input,
        input.files().size(),
        "%,d files, %,.1f MB%s".formatted(input.files().size(), input.bytes() / 1e6, ignored));
  }
}
