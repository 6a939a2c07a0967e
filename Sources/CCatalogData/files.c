#include "CCatalogData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The catalogue's files as bytes of the binary; the compiler tracks them, so an edit rebuilds this file only.

static const unsigned char companies[] = {
#embed "../../data/catalog/companies.csv"
};
static const unsigned char models[] = {
#embed "../../data/catalog/models.csv"
};
static const unsigned char chips[] = {
#embed "../../data/catalog/chips.csv"
};
static const unsigned char products[] = {
#embed "../../data/catalog/products.csv"
};
static const unsigned char people[] = {
#embed "../../data/catalog/people.csv"
};
static const unsigned char aliases[] = {
#embed "../../data/catalog/aliases.csv"
};
static const unsigned char hanzi[] = {
#embed "../../data/catalog/hanzi.txt"
};
static const unsigned char generic[] = {
#embed "../../data/catalog/generic.txt"
};
static const unsigned char given_names[] = {
#embed "../../data/catalog/given_names.txt"
};
static const unsigned char surnames[] = {
#embed "../../data/catalog/surnames.txt"
};
static const unsigned char traps[] = {
#embed "../../data/catalog/traps.txt"
};
static const unsigned char common_katakana[] = {
#embed "../../data/catalog/common_katakana.txt"
};

static const unsigned char name_cues[] = {
#embed "../../data/catalog/name_cues.tsv"
};
static const unsigned char discovery[] = {
#embed "../../data/catalog/discovery.tsv"
};
static const unsigned char places[] = {
#embed "../../data/catalog/places.txt"
};
static const unsigned char common_hanzi[] = {
#embed "../../data/catalog/common_hanzi.txt"
};
static const unsigned char sales[] = {
#embed "../../data/catalog/sales.csv"
};

const CCatalogData_file *CCatalogData_files(size_t *count) {
  static const CCatalogData_file files[] = {
      {"companies.csv", companies, sizeof companies},
      {"models.csv", models, sizeof models},
      {"chips.csv", chips, sizeof chips},
      {"products.csv", products, sizeof products},
      {"people.csv", people, sizeof people},
      {"aliases.csv", aliases, sizeof aliases},
      {"hanzi.txt", hanzi, sizeof hanzi},
      {"generic.txt", generic, sizeof generic},
      {"common_katakana.txt", common_katakana, sizeof common_katakana},
      {"given_names.txt", given_names, sizeof given_names},
      {"surnames.txt", surnames, sizeof surnames},
      {"traps.txt", traps, sizeof traps},
      {"name_cues.tsv", name_cues, sizeof name_cues},
      {"discovery.tsv", discovery, sizeof discovery},
      {"places.txt", places, sizeof places},
      {"common_hanzi.txt", common_hanzi, sizeof common_hanzi},
      {"sales.csv", sales, sizeof sales},
  };
  *count = sizeof files / sizeof files[0];
  return files;
}
