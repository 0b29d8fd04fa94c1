// SPDX-License-Identifier: Apache-2.0
#include "motion/motion.h"
