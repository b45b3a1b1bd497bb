#include <gtest/gtest.h>

#include <cerrno>

#include "troupe/core/check.hpp"
#include "troupe/core/result.hpp"

namespace troupe {
namespace {

TEST(Error, SaysWhatWasTriedOnWhomAndWhy) {
    const Error error{"resume after seccomp stop", {4711, 2}, EPERM};
    EXPECT_EQ(error.text(), "resume after seccomp stop: 4711#2: Operation not permitted");
}

TEST(Error, LeavesOutATaskThatThereIsNot) {
    EXPECT_EQ((Error{"open trace.txt", {}, ENOENT}.text()), "open trace.txt: No such file or directory");
}

TEST(Error, LeavesOutAnErrnoWhereTheTextSaysItAll) {
    EXPECT_EQ((Error{"no such rule", {}, 0}.text()), "no such rule");
    EXPECT_EQ((Error{"no such rule", {7, 1}, 0}.text()), "no such rule: 7#1");
}

TEST(Error, AdmitsThatItDoesNotKnowAnErrno) { EXPECT_EQ((Error{"read", {}, 4000}.text()), "read: unknown error"); }

TEST(Failure, CarriesAllThreeIntoAResult) {
    const Result<int> result = failure("seize", ESRCH, {12, 3});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().verb, "seize");
    EXPECT_EQ(result.error().task, (TaskId{12, 3}));
    EXPECT_EQ(result.error().code, ESRCH);
}

TEST(TaskId, OfARecycledTidIsAnother) {
    EXPECT_NE((TaskId{4711, 1}), (TaskId{4711, 2}));
    EXPECT_LT((TaskId{4711, 1}), (TaskId{4711, 2}));
    EXPECT_EQ((TaskId{4711, 1}), (TaskId{4711, 1}));
}

TEST(CheckDeathTest, WhatOnlyWeCanGetWrongEndsTheProgramAndIsNamed) {
    TROUPE_CHECK(1 + 1 == 2, "arithmetic works");
    EXPECT_EXIT(TROUPE_CHECK(1 + 1 == 3, "arithmetic fails"), testing::KilledBySignal(SIGABRT),
                "a bug of ours: arithmetic fails: 1 \\+ 1 == 3 \\(.*error_test.cpp:[0-9]+\\)");
}

}  // namespace
}  // namespace troupe
