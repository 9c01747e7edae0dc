package dev.broadsheet.job.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageTest {
  @Test
  void aStageIsNamedAsItsClass() {
    assertThat(new CutBoilerplate(null, null).name()).isEqualTo("cut boilerplate");
    assertThat(new ListInputFiles(null).name()).isEqualTo("list input files");
  }
}
