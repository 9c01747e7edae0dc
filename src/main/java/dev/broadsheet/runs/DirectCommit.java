package dev.broadsheet.runs;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.spark.internal.io.FileCommitProtocol;
import scala.Option;
import scala.collection.immutable.Seq;

/**
 * Spark's tasks write their files where they are to be, without a rename, which an object store
 * does not have: it copies each byte. A file appears there whole or not at all. All attempts at a
 * task write the same bytes under the same name, so that one which was given up and goes on does no
 * harm. Half a table is possible, which nobody reads: a run's folder is new, its manifest comes
 * last, and the audit counts the files before that.
 *
 * <p>Not meant for speculation: a second attempt deletes the file of the first and writes it again.
 */
public final class DirectCommit extends FileCommitProtocol implements Serializable {
  private static final long serialVersionUID = 1;

  private final String jobId;
  private final String folder;

  /** As Spark calls it. */
  public DirectCommit(String jobId, String folder, boolean dynamicPartitionOverwrite) {
    if (dynamicPartitionOverwrite) {
      throw new UnsupportedOperationException("runs have no partitioned folders");
    }
    this.jobId = jobId;
    this.folder = folder;
  }

  @Override
  public void setupJob(JobContext job) {}

  @Override
  public void commitJob(JobContext job, Seq<TaskCommitMessage> tasks) {}

  /** The folder of a run that fails is deleted as a whole. */
  @Override
  public void abortJob(JobContext job) {}

  @Override
  public void setupTask(TaskAttemptContext task) {}

  @Override
  public String newTaskTempFile(TaskAttemptContext task, Option<String> partition, String ending) {
    var id = task.getTaskAttemptID();
    Path file = new Path(folder, "part-%05d-%s%s".formatted(id.getTaskID().getId(), jobId, ending));
    if (id.getId() > 0) {
      try {
        file.getFileSystem(task.getConfiguration()).delete(file, false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return file.toString();
  }

  @Override
  public String newTaskTempFileAbsPath(TaskAttemptContext task, String path, String ending) {
    throw new UnsupportedOperationException("runs have no partitioned folders");
  }

  @Override
  public TaskCommitMessage commitTask(TaskAttemptContext task) {
    return new TaskCommitMessage(jobId);
  }

  @Override
  public void abortTask(TaskAttemptContext task) {}
}
