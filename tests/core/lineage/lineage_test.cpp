#include "troupe/core/lineage.hpp"

#include <gtest/gtest.h>

namespace troupe {
namespace {

TEST(Lineage, ChildrenAreCountedFromOneByEachParent) {
    Lineage command = Lineage::root(0);
    Lineage first = command.next_child();
    Lineage second = command.next_child();
    EXPECT_EQ(command.text(), "0");
    EXPECT_EQ(first.text(), "0.1");
    EXPECT_EQ(second.text(), "0.2");
    EXPECT_EQ(second.next_child().text(), "0.2.1");
    EXPECT_EQ(first.next_child().text(), "0.1.1");
    EXPECT_EQ(second.next_child().text(), "0.2.2");
}

TEST(Lineage, RootsAreTheirNumbers) {
    EXPECT_EQ(Lineage::root(12).text(), "12");
    EXPECT_EQ(Lineage::root(12).next_child().text(), "12.1");
}

TEST(Lineage, UnknownParentHasUnknownChildren) {
    Lineage unknown;
    EXPECT_FALSE(unknown.is_known());
    EXPECT_EQ(unknown.text(), "");
    EXPECT_FALSE(unknown.next_child().is_known());
}

TEST(Lineage, CopyIsNotAffectedByWhatBecomesOfTheOriginal) {
    Lineage command = Lineage::root(0);
    Lineage copy = command;
    (void)command.next_child();
    EXPECT_EQ(copy.next_child().text(), "0.1");
    command = Lineage::root(1);
    EXPECT_EQ(copy.text(), "0");
}

}  // namespace
}  // namespace troupe
