// SPDX-License-Identifier: Apache-2.0
#include "card/qr_code.h"

#include <memory>
#include <qrencode.h>
#include <stdexcept>

namespace supple::card {

QrCode qr_code_of(const std::string& address) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
      QRcode_encodeString(address.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free};
  if (!code) throw std::runtime_error("the address is too long for a QR code; instead: one below 2000 letters");
  QrCode out{code->width, {}};
  for (int i = 0; i < code->width * code->width; ++i)
    out.dark.push_back((code->data[i] & 1U) != 0); // the other bits say what the module is for
  return out;
}

} // namespace supple::card
