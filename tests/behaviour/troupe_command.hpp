#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/command.hpp"

namespace troupe::tests {

/// The built program.
inline std::string binary() { return TROUPE_BINARY; }
/// A tracee of tests/tracees by name.
inline std::string tracee(const std::string& name) { return std::string(TROUPE_TRACEES "/") + name; }
/// A seed script by name.
inline std::string seed(const std::string& name) { return std::string(TROUPE_SOURCE_DIR "/tests/seed/") + name; }

/// One of the ways to run the engine that must not differ in what they show.
struct Configuration {
    const char* name;
    std::vector<std::string> options;

    /// A launched program runs under a filter of ours.
    [[nodiscard]] bool has_filter() const { return options.front() == "-f" && std::ranges::count(options, "--seccomp-bpf=auto") != 0; }
};

inline void PrintTo(const Configuration& configuration, std::ostream* out) { *out << configuration.name; }

inline const std::vector<Configuration>& configurations() {
    static const std::vector<Configuration> all = {
        {"Workers1Filter", {"-f", "--workers=1", "--seccomp-bpf=auto"}},
        {"Workers1NoFilter", {"-f", "--workers=1", "--seccomp-bpf=off"}},
        {"Workers2Filter", {"-f", "--workers=2", "--seccomp-bpf=auto"}},
        {"Workers2NoFilter", {"-f", "--workers=2", "--seccomp-bpf=off", "--affinity=never"}},
        {"Workers8Filter", {"-f", "--workers=8", "--seccomp-bpf=auto", "--placement=spread"}},
        {"Workers8NoFilter", {"-f", "--workers=8", "--seccomp-bpf=off", "--placement=spread"}},
        {"Workers1NoFollow", {"--workers=1", "--seccomp-bpf=auto"}},
        {"Workers2NoFollow", {"--workers=2", "--seccomp-bpf=auto"}},
        {"Workers2NoFollowNoFilter", {"--workers=2", "--seccomp-bpf=off"}},
    };
    return all;
}

/// Those of them that follow threads and children.
inline std::vector<Configuration> following_configurations() { return {configurations().begin(), configurations().begin() + 6}; }

inline std::string name_of(const Configuration& configuration) { return configuration.name; }

/// `troupe ARGUMENTS…`
inline Command troupe(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), binary());
    Command command;
    command.argv = std::move(arguments);
    return command;
}

/// `troupe CONFIGURATION… ARGUMENTS…`
inline Command troupe(const Configuration& configuration, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), configuration.options.begin(), configuration.options.end());
    return troupe(std::move(arguments));
}

inline Outcome run_troupe(std::vector<std::string> arguments) { return run(troupe(std::move(arguments))); }

/// The program itself, untraced.
inline Outcome run_native(std::vector<std::string> argv) {
    Command command;
    command.argv = std::move(argv);
    return run(std::move(command));
}

/// Ends a tracee that serves (tests/tracees/server.h), by itself or under a tracer: every check that it made was right.
inline void expect_served(Started& server) {
    server.say("enough\n");
    const Outcome outcome = server.finish();
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "ready\nserved\n");
}

}  // namespace troupe::tests
