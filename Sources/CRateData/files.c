#include "CRateData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char currencies[] = {
#embed "../../data/rates/currencies.csv"
};

static const unsigned char ecb_daily[] = {
#embed "../../data/rates/fx_ecb_daily.csv"
};

static const unsigned char overlay[] = {
#embed "../../data/rates/overlay.csv"
};

const CRateData_file *CRateData_files(size_t *count) {
  static const CRateData_file files[] = {
    {"currencies.csv", currencies, sizeof currencies},
    {"fx_ecb_daily.csv", ecb_daily, sizeof ecb_daily},
    {"overlay.csv", overlay, sizeof overlay},
  };
  *count = sizeof files / sizeof files[0];
  return files;
}
