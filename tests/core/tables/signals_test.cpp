#include <gtest/gtest.h>

#include <csignal>
#include <cstring>
#include <string>

#include "troupe/core/constants.hpp"

namespace troupe {
namespace {

TEST(Signals, OrdinaryOnesHaveTheNamesOfTheSystem) {
    for (int signal = 1; signal < 32; ++signal) {
        ASSERT_NE(sigabbrev_np(signal), nullptr) << signal;
        // The system's list says POLL, which is another name of IO.
        const std::string name = signal == SIGIO ? "SIGIO" : std::string("SIG") + sigabbrev_np(signal);
        EXPECT_EQ(signal_name(signal), name);
    }
}

TEST(Signals, RealTimeOnesAreCountedAsTheKernelDoes) {
    EXPECT_EQ(signal_name(32), "SIGRTMIN");
    EXPECT_EQ(signal_name(33), "SIGRT_1");
    EXPECT_EQ(signal_name(34), "SIGRT_2");
    EXPECT_EQ(signal_name(64), "SIGRT_32");
}

TEST(Signals, OthersHaveNoName) {
    for (const int signal : {-1, 0, 65, 1000}) EXPECT_EQ(signal_name(signal), "");
}

TEST(Signals, NamesFindTheirNumbers) {
    for (int signal = 1; signal <= last_signal; ++signal) EXPECT_EQ(signal_named(signal_name(signal)), signal);
    EXPECT_EQ(signal_named("SIGIOT"), SIGABRT);
    EXPECT_EQ(signal_named("SIGPOLL"), SIGIO);
    EXPECT_EQ(signal_named("SIGCLD"), SIGCHLD);
    for (const std::string_view name : {"", "INT", "sigint", "SIGRT_0", "SIGRT_33", "SIGRTMAX", "SIG"})
        EXPECT_EQ(signal_named(name), 0) << name;
}

TEST(Signals, ASlipOfTheFingerIsUnderstoodWithAndWithoutThePrefix) {
    EXPECT_EQ(nearest_signal("SIGTREM"), "SIGTERM");
    EXPECT_EQ(nearest_signal("trem"), "SIGTERM");
    EXPECT_EQ(nearest_signal("SIGQIUT"), "SIGQUIT");
    EXPECT_EQ(nearest_signal("SIGFOOBAR"), "");
    EXPECT_EQ(nearest_signal(""), "");
}

}  // namespace
}  // namespace troupe
