package dev.broadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A server that speaks S3, with conditional writes, in a process of its own. */
public final class S3Server implements AutoCloseable {
  public static final String BUCKET = "news";

  /** Where writes have no condition, as Hadoop is told. */
  static final String OLD_BUCKET = "old";

  static final String SECRET = "a-secret-of-the-test";

  private final RunningProgram server;
  private final String port;

  /** Starts one with two empty buckets and its log in a folder. */
  public S3Server(Path folder) throws IOException {
    server =
        ChildJvm.java(
                "",
                "-jar",
                Path.of("target", "servers", "s3mock.jar"),
                "--server.port=0",
                "--http.port=0",
                "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET + "," + OLD_BUCKET)
            .start(folder.resolve("s3.log"));
    port = server.printed("Tomcat started on ports? .*?(\\d+) \\(http\\)").group(1);
  }

  /** What Hadoop has to know of it. */
  public Map<String, String> settings() {
    return Map.of(
        "fs.s3a.endpoint",
        "http://127.0.0.1:" + port,
        "fs.s3a.endpoint.region",
        "us-east-1",
        "fs.s3a.path.style.access",
        "true",
        "fs.s3a.connection.ssl.enabled",
        "false",
        "fs.s3a.access.key",
        "a-key-of-the-test",
        "fs.s3a.secret.key",
        SECRET,
        "fs.s3a.bucket." + OLD_BUCKET + ".create.conditional.enabled",
        "false",
        "fs.s3a.bucket.probe",
        "0");
  }

  @Override
  public void close() {
    server.close();
  }
}
