#include "CRuleData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The rule tables as bytes of the binary; the compiler tracks them, so an edit rebuilds this file only.

static const unsigned char frames_ja[] = {
#embed "../../data/rules/frames.ja.tsv"
};
static const unsigned char frames_en[] = {
#embed "../../data/rules/frames.en.tsv"
};
static const unsigned char frames_zh[] = {
#embed "../../data/rules/frames.zh.tsv"
};
static const unsigned char cues_ja[] = {
#embed "../../data/rules/cues.ja.tsv"
};
static const unsigned char cues_en[] = {
#embed "../../data/rules/cues.en.tsv"
};
static const unsigned char cues_zh[] = {
#embed "../../data/rules/cues.zh.tsv"
};
static const unsigned char measures_ja[] = {
#embed "../../data/rules/measures.ja.tsv"
};
static const unsigned char measures_en[] = {
#embed "../../data/rules/measures.en.tsv"
};
static const unsigned char measures_zh[] = {
#embed "../../data/rules/measures.zh.tsv"
};
static const unsigned char calibration[] = {
#embed "../../data/rules/calibration.tsv"
};
static const unsigned char words_ja[] = {
#embed "../../data/rules/words.ja.tsv"
};
static const unsigned char words_en[] = {
#embed "../../data/rules/words.en.tsv"
};
static const unsigned char words_zh[] = {
#embed "../../data/rules/words.zh.tsv"
};
static const unsigned char relations_ja[] = {
#embed "../../data/rules/relations.ja.tsv"
};
static const unsigned char relations_en[] = {
#embed "../../data/rules/relations.en.tsv"
};
static const unsigned char relations_zh[] = {
#embed "../../data/rules/relations.zh.tsv"
};

const CRuleData_file *CRuleData_files(size_t *count) {
  static const CRuleData_file files[] = {
      {"frames.ja.tsv", frames_ja, sizeof frames_ja},
      {"frames.en.tsv", frames_en, sizeof frames_en},
      {"frames.zh.tsv", frames_zh, sizeof frames_zh},
      {"cues.ja.tsv", cues_ja, sizeof cues_ja},
      {"cues.en.tsv", cues_en, sizeof cues_en},
      {"cues.zh.tsv", cues_zh, sizeof cues_zh},
      {"measures.ja.tsv", measures_ja, sizeof measures_ja},
      {"measures.en.tsv", measures_en, sizeof measures_en},
      {"measures.zh.tsv", measures_zh, sizeof measures_zh},
      {"calibration.tsv", calibration, sizeof calibration},
      {"words.ja.tsv", words_ja, sizeof words_ja},
      {"words.en.tsv", words_en, sizeof words_en},
      {"words.zh.tsv", words_zh, sizeof words_zh},
      {"relations.ja.tsv", relations_ja, sizeof relations_ja},
      {"relations.en.tsv", relations_en, sizeof relations_en},
      {"relations.zh.tsv", relations_zh, sizeof relations_zh},
  };
  *count = sizeof files / sizeof files[0];
  return files;
}
