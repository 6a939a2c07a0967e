#include "CCatalogData.h"

const CCatalogData_file *CCatalogData_files(size_t *count) {
  *count = 0;
  static const CCatalogData_file files[] = {{"", (const unsigned char *)"", 0}};
  return files;
}
