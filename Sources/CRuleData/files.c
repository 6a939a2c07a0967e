#include "CRuleData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The rule tables as bytes of the binary; the compiler tracks them, so an edit rebuilds this file only.

static const unsigned char frames[] = {
#embed "../../data/rules/frames.tsv"
};
static const unsigned char cues[] = {
#embed "../../data/rules/cues.tsv"
};
static const unsigned char measures[] = {
#embed "../../data/rules/measures.tsv"
};
static const unsigned char words[] = {
#embed "../../data/rules/words.tsv"
};
static const unsigned char relations[] = {
#embed "../../data/rules/relations.tsv"
};

const CRuleData_file *CRuleData_files(size_t *count) {
  static const CRuleData_file files[] = {
      {"frames.tsv", frames, sizeof frames},
      {"cues.tsv", cues, sizeof cues},
      {"measures.tsv", measures, sizeof measures},
      {"words.tsv", words, sizeof words},
      {"relations.tsv", relations, sizeof relations},
  };
  *count = sizeof files / sizeof files[0];
  return files;
}
