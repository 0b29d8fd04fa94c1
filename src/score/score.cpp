// SPDX-License-Identifier: Apache-2.0
#include "score/rules.h"
