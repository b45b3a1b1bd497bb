#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "troupe/core/constants.hpp"
#include "troupe/core/syscalls.hpp"
#include "troupe/lua/script_engine.hpp"

namespace troupe {

/// Shorthand for scripts: say(…) logs its arguments, as `print` would show them, where the test reads them.
inline const std::string say = R"(local function say(...)
    local texts = {}
    for i = 1, select('#', ...) do texts[i] = tostring((select(i, ...))) end
    troupe.log('info', table.concat(texts, ' '))
end
)";

/// A tracee's memory that is made up: regions of bytes at addresses; everything else is unmapped.
class FakeMemory final : public Memory {
 public:
    void map(std::uint64_t address, std::string bytes) { regions_[address] = std::move(bytes); }
    std::string bytes(std::uint64_t address) const { return regions_.at(address); }
    Written answer = Written::now;

    std::size_t read(std::uint64_t address, std::span<std::byte> out) override {
        const auto found = region(address);
        if (found == regions_.end()) return 0;
        const std::uint64_t offset = address - found->first;
        const std::size_t count = std::min<std::size_t>(out.size(), found->second.size() - offset);
        std::memcpy(out.data(), found->second.data() + offset, count);
        return count;
    }
    StringEnd read_string(std::uint64_t address, std::size_t limit, std::string& out) override {
        out.assign(limit, '\0');
        out.resize(read(address, std::as_writable_bytes(std::span(out.data(), out.size()))));
        const std::size_t end = out.find('\0');
        if (end != std::string::npos) {
            out.resize(end);
            return StringEnd::terminated;
        }
        return out.size() == limit ? StringEnd::limit : StringEnd::fault;
    }
    Written write(std::uint64_t address, std::span<const std::byte> bytes) override {
        const auto found = region(address);
        if (found == regions_.end() || address - found->first + bytes.size() > found->second.size()) return Written::fault;
        std::memcpy(found->second.data() + (address - found->first), bytes.data(), bytes.size());
        return answer;
    }

 private:
    std::map<std::uint64_t, std::string>::iterator region(std::uint64_t address) {
        auto found = regions_.upper_bound(address);
        if (found == regions_.begin()) return regions_.end();
        --found;
        return address - found->first < found->second.size() ? found : regions_.end();
    }
    std::map<std::uint64_t, std::string> regions_;
};

class RecordingEffects final : public Effects {
 public:
    void log(LogLevel level, std::string_view text) override { logged.emplace_back(level, text); }
    void print(std::string_view text) override { printed += text; }
    void emit(const TaskFacts* task, std::string_view object) override {
        emitted.push_back((task == nullptr ? "none" : std::to_string(task->id.tid)) + " " + std::string(object));
    }
    std::vector<std::pair<LogLevel, std::string>> logged;
    std::string printed;
    std::vector<std::string> emitted;
};

inline SyscallId call_named(std::string_view name, Abi abi = Abi::x86_64) {
    const auto number = number_of(name, abi);
    EXPECT_TRUE(number.has_value()) << name;
    return {abi, number.value_or(0)};
}

/// Scripts in files of a directory of their own, an engine that loads them, and events made up for it.
class ScriptTest : public testing::Test {
 protected:
    ScriptTest() {
        std::string pattern = testing::TempDir() + "troupe_lua_XXXXXX";
        directory_ = ::mkdtemp(pattern.data());
    }
    ~ScriptTest() override { std::filesystem::remove_all(directory_); }

    std::string file(const std::string& name, const std::string& text) {
        std::ofstream(directory_ + "/" + name) << text;
        return directory_ + "/" + name;
    }
    tl::expected<std::unique_ptr<Hooks>, ScriptStop> load(std::vector<std::string> arguments) {
        LuaConfig config;
        config.scripts = std::move(arguments);
        config.jit = jit;
        config.program_name = "troupe";
        return load_scripts(config);
    }
    /// Loads one script and runs its main chunk; what the script returned early with is in `stop`.
    void run(const std::string& text) { run_files({file("t.lua", text)}); }
    void run_files(std::vector<std::string> arguments) {
        auto loaded = load(std::move(arguments));
        ASSERT_TRUE(loaded.has_value()) << loaded.error().message;
        hooks = std::move(*loaded);
        stop = hooks->start(effects);
    }
    /// The same, and it must have gone well.
    void run_well(const std::string& text) {
        run(text);
        ASSERT_FALSE(stop.has_value()) << stop->message;
    }

    Decision decide(const Event& event) {
        EventView view(event, task, memory, so_far, ++sequence, qualifiers);
        auto decision = hooks->decide(view, effects);
        if (decision) return std::move(*decision);
        stop = decision.error();
        return {};
    }
    Decision enter(std::string_view name, Arguments args = {}) { return decide(SyscallEntry{call_named(name), args, 0, 0}); }
    Decision leave(std::string_view name, std::int64_t result = 0, Arguments args = {}) {
        return decide(SyscallExit{call_named(name), args, result, 0, false, args});
    }
    Decision fail(std::string_view name, std::uint32_t error, Arguments args = {}) {
        return decide(SyscallExit{call_named(name), args, -1, error, false, args});
    }
    void finish(Ending ending = Ending::all_gone, const std::vector<TaskFacts>& leaves = {}) {
        stop = hooks->finish(ending, leaves, effects);
    }
    std::string message() const { return stop ? stop->message : std::string(); }
    /// What the script logged, a line each; the note about the JIT is not the script's.
    std::string said() const {
        std::string result;
        for (const auto& [level, text] : effects.logged) {
            if (level == LogLevel::info) result += text + "\n";
        }
        return result;
    }

    std::unique_ptr<Hooks> hooks;
    std::optional<ScriptStop> stop;
    RecordingEffects effects;
    FakeMemory memory;
    TaskFacts task{{4711, 1}, 4711, 0, false};
    Decision so_far;
    std::uint64_t sequence = 0;
    unsigned qualifiers = qualifier::trace | qualifier::abbrev | qualifier::verbose;
    LuaConfig::Jit jit = LuaConfig::Jit::automatic;
    std::string directory_;
};

}  // namespace troupe
