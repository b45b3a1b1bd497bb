// --output-format=jsonl of programs that make calls as fast as they can: nothing is missing, and nothing is half.

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>

#include <chrono>
#include <string>
#include <vector>

#include "tests/behaviour/records.hpp"
#include "tests/support/processes.hpp"

namespace troupe::tests {
namespace {

/// Says how often each call came, as the checker does.
constexpr const char* count_every_call = R"(
    local counts, names = {}, {}
    assert(troupe.hook('all', function(ev)
        if not counts[ev.name] then
            counts[ev.name] = 0
            names[#names + 1] = ev.name
        end
        counts[ev.name] = counts[ev.name] + 1
    end))
    strace.at_exit(function()
        table.sort(names)
        for _, name in ipairs(names) do
            print('call ' .. name .. ': ' .. counts[name])
        end
    end)
)";

class RecordsUnderLoad : public Records {
 protected:
    /// `troupe CONFIGURATION --output-format=jsonl -o trace -l count.lua COMMAND`
    [[nodiscard]] Command counted(std::vector<std::string> command) {
        command.insert(command.begin(),
                       {"--output-format=jsonl", "-o", scratch_.path("trace"), "-l", scratch_.write("count.lua", count_every_call)});
        return troupe(GetParam(), std::move(command));
    }
    /// A trace of all calls has each as often as the hook has seen it, and each has ended, but those that end a thread.
    std::string expect_whole(const Outcome& outcome) {
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        std::string counts = checked();
        EXPECT_EQ(joined(lines_matching(counts, "^call [^:]")), joined(lines_matching(outcome.err, "^call [^:]")));
        EXPECT_EQ(joined(lines_matching(counts, "^unfinished in (?!exit: |exit_group: )")), "") << counts;
        EXPECT_EQ(number_after(counts, "unfinished: "), number_after("\n" + counts, "\nexit: ")) << counts;
        return counts;
    }
};

TEST_P(RecordsUnderLoad, Of64BusyThreadsAreWhole) {
    const std::string counts = expect_whole(run(counted({tracee("getppid_threads"), "64", "50"})));
    EXPECT_EQ(number_after(counts, "call getppid: "), 64 * 50 + 1) << counts;
    EXPECT_EQ(number_after(counts, "\nexit: "), 65) << counts;
}

TEST_P(RecordsUnderLoad, OfAParallelBuildAreWhole) {
    std::string rules = "all:";
    for (int i = 0; i < 6; ++i) {
        const std::string name = "part" + std::to_string(i);
        (void)scratch_.write(name + ".c", "int " + name + "(int x) { return x + 1; }\n");
        rules += " " + name + ".o";
    }
    (void)scratch_.write("Makefile", rules + "\n");
    const std::string counts = expect_whole(run(counted({"/usr/bin/make", "-s", "-j4", "-C", scratch_.folder()})));
    EXPECT_EQ(number_after(counts, "\nexit: "), number_after(counts, "\nspawn: ") + 1) << counts;
}

sockaddr_in local(in_port_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

/// One that no server has at the moment.
in_port_t free_port() {
    const UniqueFd probe(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address = local(0);
    socklen_t length = sizeof address;
    EXPECT_EQ(::bind(probe.get(), reinterpret_cast<const sockaddr*>(&address), length), 0);
    EXPECT_EQ(::getsockname(probe.get(), reinterpret_cast<sockaddr*>(&address), &length), 0);
    return ntohs(address.sin_port);
}

bool is_served(in_port_t port) {
    const UniqueFd client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_in address = local(port);
    return ::connect(client.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

/// A server of two workers with one page, whose files are all in the folder.
std::vector<std::string> nginx(const Scratch& scratch, in_port_t port) {
    const std::string folder = scratch.folder();
    (void)scratch.write("pages/index.html", std::string(1024, 'x'));
    std::string text = "user root;\nworker_processes 2;\ndaemon off;\npid " + folder + "/pid;\nerror_log " + folder + "/error.log;\n" +
                       "events { worker_connections 64; }\nhttp {\n  access_log off;\n";
    for (const std::string place : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
        text += "  " + place + "_temp_path " + folder + "/" + place + ";\n";
    }
    text += "  server { listen 127.0.0.1:" + std::to_string(port) + "; root " + folder + "/pages; }\n}\n";
    return {"/usr/sbin/nginx", "-p", folder, "-e", folder + "/error.log", "-c", scratch.write("conf", text)};
}

TEST_P(RecordsUnderLoad, OfAServerThatIsAskedForPagesAreWhole) {
    const in_port_t port = free_port();
    Started server(counted(nginx(scratch_, port)));
    ASSERT_TRUE(eventually(std::chrono::seconds(20), [&] { return is_served(port); })) << server.err() << scratch_.read("error.log");
    const Outcome asked = run_native({"/usr/bin/wrk", "-t1", "-c8", "-d1s", "http://127.0.0.1:" + std::to_string(port) + "/"});
    EXPECT_TRUE(asked.exited_with(0)) << asked.text();
    EXPECT_EQ(lines_matching(asked.out, "errors|Non-2xx").size(), 0U) << asked.text();
    EXPECT_EQ(::kill(std::stoi(scratch_.read("pid")), SIGQUIT), 0);
    const std::string counts = expect_whole(server.finish());
    const std::vector<std::string> requests = lines_matching(asked.out, " requests in ");
    ASSERT_EQ(requests.size(), 1U) << asked.text();
    EXPECT_GT(std::stoll(requests.front()), 0) << asked.text();
    EXPECT_GE(number_after(counts, "call writev: "), std::stoll(requests.front())) << counts;
    EXPECT_EQ(number_after(counts, "\nexit: "), 3) << counts;
}

std::vector<Configuration> configurations_under_load() { return {following_configurations()[2], following_configurations()[5]}; }

INSTANTIATE_TEST_SUITE_P(Configurations, RecordsUnderLoad, testing::ValuesIn(configurations_under_load()),
                         [](const auto& one) { return name_of(one.param); });

}  // namespace
}  // namespace troupe::tests
