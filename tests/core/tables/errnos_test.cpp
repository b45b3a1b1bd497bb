#include <gtest/gtest.h>

#include <cerrno>
#include <clocale>
#include <cstring>

#include "troupe/core/constants.hpp"

namespace troupe {
namespace {

TEST(Errnos, EveryNumberOfTheSystemHasItsNameAndText) {
    std::setlocale(LC_ALL, "C");
    for (std::uint32_t number = 1; number <= EHWPOISON; ++number) {
        const char* name = strerrorname_np(static_cast<int>(number));
        const ErrnoRow* row = errno_of(number);
        ASSERT_EQ(row != nullptr, name != nullptr) << number;
        if (row == nullptr) continue;
        EXPECT_STREQ(std::string(row->name).c_str(), name);
        EXPECT_STREQ(std::string(row->text).c_str(), std::strerror(static_cast<int>(number)));
    }
}

TEST(Errnos, GapsAndNumbersOfNobodyHaveNone) {
    for (const std::uint32_t number : {0u, 41u, 58u, 134u, 511u, 520u, 532u, 4095u, 0xffffffffu})
        EXPECT_EQ(errno_of(number), nullptr) << number;
}

TEST(Errnos, TheKernelsOwnAreThere) {
    EXPECT_EQ(errno_of(512)->name, "ERESTARTSYS");
    EXPECT_EQ(errno_of(512)->text, "To be restarted if SA_RESTART is set");
    EXPECT_EQ(errno_of(514)->text, "To be restarted if no handler");
    EXPECT_EQ(errno_of(516)->text, "Interrupted by signal");
    EXPECT_EQ(errno_of(524)->name, "ENOTSUPP");
    EXPECT_EQ(errno_of(524)->text, "Unknown error 524");
}

TEST(Errnos, NamesFindTheirRowsAndSoDoAliases) {
    for (const ErrnoRow& row : errno_rows()) EXPECT_EQ(errno_named(row.name), &row);
    EXPECT_EQ(errno_named("EWOULDBLOCK"), errno_named("EAGAIN"));
    EXPECT_EQ(errno_named("EDEADLOCK"), errno_named("EDEADLK"));
    EXPECT_EQ(errno_named("ENOTSUP"), errno_named("EOPNOTSUPP"));
    for (const std::string_view name : {"", "E", "EFOO", "enoent", "ENOENT "}) EXPECT_EQ(errno_named(name), nullptr) << name;
}

TEST(Errnos, ASlipOfTheFingerIsUnderstood) {
    EXPECT_EQ(nearest_errno("ENONET1"), "ENONET");
    EXPECT_EQ(nearest_errno("EAGIAN"), "EAGAIN");
    EXPECT_EQ(nearest_errno("enoen"), "ENOENT");
    EXPECT_EQ(nearest_errno("EWOULDBLOK"), "EWOULDBLOCK");
    EXPECT_EQ(nearest_errno("something else"), "");
}

}  // namespace
}  // namespace troupe
