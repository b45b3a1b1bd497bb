#include "actors/log.hpp"

#include <gtest/gtest.h>

namespace troupe {
namespace {

std::string logged(LogLevel from, LogLevel at) {
    testing::internal::CaptureStderr();
    const Log log("troupe", from);
    log.write(at, "what {happened}");
    return testing::internal::GetCapturedStderr();
}

TEST(Log, IsOnStandardErrorWithNameAndLevel) {
    EXPECT_EQ(logged(LogLevel::info, LogLevel::error), "troupe: error: what {happened}\n");
    EXPECT_EQ(logged(LogLevel::info, LogLevel::warning), "troupe: warning: what {happened}\n");
    EXPECT_EQ(logged(LogLevel::trace, LogLevel::trace), "troupe: trace: what {happened}\n");
}

TEST(Log, LeavesOutWhatIsBelowItsLevel) {
    EXPECT_EQ(logged(LogLevel::warning, LogLevel::info), "");
    EXPECT_EQ(logged(LogLevel::error, LogLevel::warning), "");
    EXPECT_EQ(logged(LogLevel::debug, LogLevel::trace), "");
    EXPECT_EQ(logged(LogLevel::debug, LogLevel::debug), "troupe: debug: what {happened}\n");
}

}  // namespace
}  // namespace troupe
