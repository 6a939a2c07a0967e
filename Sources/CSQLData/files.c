#include "CSQLData.h"

const CSQLData_file *CSQLData_files(size_t *count) {
  *count = 0;
  static const CSQLData_file files[] = {{"", (const unsigned char *)"", 0}};
  return files;
}
