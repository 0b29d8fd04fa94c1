// SPDX-License-Identifier: Apache-2.0
// Tables as the browser's core reads them.
#include "text/table.h"

namespace supple::text {

std::expected<Table, TableError> read_table(std::string_view text) {
  return read_packed_table(text);
}

} // namespace supple::text
