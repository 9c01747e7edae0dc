package dev.broadsheet.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.ZipInputStream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorFactory;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;

/** OpenNLP's language detector with the model of its Maven artifact, loaded once in each JVM. */
final class LanguageModel {
  private static final String ARCHIVE = "/langdetect-183.bin";
  private static final String MODEL = "langdetect.model";

  private LanguageModel() {}

  /** The likeliest language as ISO 639-3, with the probability the detector gives it. */
  static Language best(String text) {
    return Loaded.DETECTOR.predictLanguage(text);
  }

  private static final class Loaded {
    static final LanguageDetector DETECTOR = load();

    /**
     * The archive names its factory class, which no longer has that name once it is relocated into
     * our jar; so the model inside is read without the archive's own loader.
     */
    private static LanguageDetector load() {
      try (InputStream in = LanguageModel.class.getResourceAsStream(ARCHIVE);
          var zip = new ZipInputStream(new BufferedInputStream(in))) {
        while (!zip.getNextEntry().getName().equals(MODEL)) {
          zip.closeEntry();
        }
        var data = new DataInputStream(new BufferedInputStream(zip));
        var model = new GenericModelReader(new BinaryFileDataReader(data)).getModel();
        return new LanguageDetectorME(
            new LanguageDetectorModel(model, Map.of(), new LanguageDetectorFactory()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
