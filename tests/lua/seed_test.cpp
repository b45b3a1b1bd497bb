#include <sys/utsname.h>

#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

/// The scripts of tests/seed, as they are.
class SeedTest : public ScriptTest {
 protected:
    void run_seed(const std::string& name) {
        run_files({std::string(TROUPE_SOURCE_DIR) + "/tests/seed/" + name});
        ASSERT_FALSE(stop) << message();
    }
    /// What the script prints while `body` runs.
    template <typename Body>
    std::string printed(Body body) {
        effects.printed.clear();
        body();
        return effects.printed;
    }
};

TEST_F(SeedTest, CountsWhatWasSpawned) {
    run_seed("01-count-spawned.lua");
    leave("clone", 100);
    leave("vfork", 101);
    fail("fork", 11);
    EXPECT_EQ(printed([&] { finish(); }), "Processes spawned:\t2\n");
}

TEST_F(SeedTest, DeniesOnlyTheSettingOfAPipesSize) {
    run_seed("02-deny-setpipe.lua");
    EXPECT_EQ(enter("fcntl", {3, 1031, 4096}).error, 1);
    EXPECT_FALSE(enter("fcntl", {3, 1}).replaces_call());
}

TEST_F(SeedTest, PretendsToBeWindows) {
    run_seed("03-pretend-windows.lua");
    utsname name{};
    ::strcpy(name.sysname, "Linux");
    ::strcpy(name.nodename, "here");
    memory.map(0x1000, std::string(reinterpret_cast<const char*>(&name), sizeof name));
    leave("uname", 0, {0x1000});
    EXPECT_FALSE(stop) << message();
    const std::string after = memory.bytes(0x1000);
    EXPECT_STREQ(after.c_str(), "Windows");
    EXPECT_STREQ(after.c_str() + sizeof name.sysname, "here");
}

TEST_F(SeedTest, CountsExitCodesThroughAHeadersMacros) {
    run_seed("04-exit-codes-ffiex.lua");
    memory.map(0x1000, std::string("\0\7\0\0", 4));   // exited with 7
    memory.map(0x2000, std::string("\11\0\0\0", 4));  // killed by signal 9
    leave("wait4", 100, {static_cast<std::uint64_t>(-1), 0x1000});
    leave("wait4", 101, {static_cast<std::uint64_t>(-1), 0x1000});
    leave("wait4", 102, {static_cast<std::uint64_t>(-1), 0x2000});
    leave("wait4", 0, {static_cast<std::uint64_t>(-1), 0x1000});
    leave("wait4", 103, {static_cast<std::uint64_t>(-1), 0});
    fail("wait4", 10, {static_cast<std::uint64_t>(-1), 0x1000});
    EXPECT_FALSE(stop) << message();
    EXPECT_EQ(printed([&] { finish(); }), "Exit codes:\n7:\t2\n");
}

}  // namespace
}  // namespace troupe
