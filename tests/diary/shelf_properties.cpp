// SPDX-License-Identifier: Apache-2.0
#include "diary/shelf.h"

#include "folder.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace supple::diary {
namespace {

TEST(ShelfProperty, AnyChangesLeaveWhatAMapWouldHold) {
  EXPECT_TRUE(rc::check([] {
    const testing::Folder folder;
    Texts expected;
    Shelf shelf(folder.file());
    const auto names = rc::gen::element<std::string>("a", "b", "c", "lock", "'; DROP TABLE entries; --", "é");
    const int steps = *rc::gen::inRange(1, 12);
    for (int i = 0; i < steps; ++i) {
      Changes changes;
      changes.clear = *rc::gen::weightedElement<bool>({{5, false}, {1, true}});
      for (const auto& name : *rc::gen::container<std::vector<std::string>>(names))
        changes.put[name] = *rc::gen::string<std::string>();
      changes.remove = *rc::gen::container<std::vector<std::string>>(names);
      if (*rc::gen::arbitrary<bool>()) {
        const std::string name = *names;
        const auto there = expected.find(name);
        const bool right = *rc::gen::arbitrary<bool>() && there != expected.end();
        changes.expect[name] = right ? std::optional(there->second) : std::nullopt;
      }
      bool holds = true;
      for (const auto& [name, text] : changes.expect) {
        const auto found = expected.find(name);
        holds = (found == expected.end() ? std::nullopt : std::optional(found->second)) == text;
      }
      RC_ASSERT(shelf.write(changes).has_value() == holds);
      if (!holds) continue;
      if (changes.clear) expected.clear();
      for (const auto& name : changes.remove)
        expected.erase(name);
      for (const auto& [name, text] : changes.put)
        expected[name] = text;
    }
    RC_ASSERT(*shelf.all() == expected);
    RC_ASSERT(*Shelf(folder.file()).all() == expected);
  }));
}

} // namespace
} // namespace supple::diary
