#include "tests/support/trace_comparison.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <regex>

#include "tests/support/processes.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

struct Rule {
    std::regex pattern;
    const char* replacement;
};

// What differs between two runs of the same program, and what 7.2 prints otherwise than the distribution's 6.1.
const std::vector<Rule>& rules() {
    static const std::vector<Rule> all = [] {
        std::vector<Rule> list;
        const auto add = [&list](const char* pattern, const char* replacement) { list.push_back({std::regex(pattern), replacement}); };
        add("0x[0-9a-f]{5,}", "ADDRESS");
        add(" +(= (-?[0-9]+|\\?|ADDRESS))", " $1");  // the column
        add("tv_sec=[0-9]+, tv_nsec=[0-9]+", "TIME");
        add("si_utime=[0-9]+( /\\*[^*]*\\*/)?, si_stime=[0-9]+( /\\*[^*]*\\*/)?", "TIMES");
        add("ru_utime=\\{[^}]*\\}, ru_stime=\\{[^}]*\\}", "TIMES");
        add("/tmp/cc[A-Za-z0-9]{6}", "/tmp/ccRANDOM");
        add("\"/proc/[0-9]+/", "\"/proc/PID/");
        add("^rseq\\(.*\\) =", "rseq(DECODED) =");  // a structure since 7.0
        add("1 << ([A-Z])", "1<<$1");               // since 6.18
        add("st_size=[0-9]+", "st_size=N");         // of files that are being written
        add("^(getppid\\(\\)|getsid\\(0\\)|getpgrp\\(\\)) = [0-9]+", "$1 = PARENT");
        add("^sysinfo\\(\\{.*\\}\\)", "sysinfo(NOW)");
        add("^((read|write)\\([0-9]+, )\"[^\"]*\", 4\\) = 4$", "$1FOUR BYTES, 4) = 4");  // a pid through a pipe
        add("^(shmget\\(.*\\)) = [0-9]+", "$1 = SEGMENT");
        add("^(rt_sigreturn\\(.*\\)) = .*", "$1 = WHAT IT INTERRUPTED");
        add(", 38654705664\\) = 0", ", 0) = 0");  // the upper half of a register that an i386 call does not have
        add("^execve\\([^,]*, NULL, NULL\\) = -1 ENOSYS",
            "execve(PATH, NULL, NULL) = -1 ENOSYS");  // strace does not read what x32 never ran
        add("^shmctl\\([0-9]+", "shmctl(SEGMENT");
        add("sched_priority=([0-9]+)", "$1");
        return list;
    }();
    return all;
}

std::string without_noise(std::string line, const std::map<std::string, std::string>& pids) {
    for (const Rule& rule : rules()) {
        line = std::regex_replace(line, rule.pattern, rule.replacement);
    }
    static const std::regex number("\\b[0-9]{2,7}\\b");
    std::string result;
    std::string::const_iterator begin = line.begin();
    for (std::sregex_iterator at(line.begin(), line.end(), number), end; at != end; ++at) {
        const auto known = pids.find(at->str());
        result.append(begin, (*at)[0].first);
        result += known == pids.end() ? at->str() : known->second;
        begin = (*at)[0].second;
    }
    return result.append(begin, line.cend());
}

}  // namespace

std::vector<ProcessTrace> read_traces(const std::filesystem::path& folder) {
    std::map<int, std::string> texts;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        texts[std::stoi(entry.path().extension().string().substr(1))] = file_content(entry.path());
    }
    std::map<std::string, std::string> pids;
    for (const auto& [pid, text] : texts) {
        pids[std::to_string(pid)] = "PID" + std::to_string(pids.size());
    }
    std::vector<ProcessTrace> traces;
    for (const auto& [pid, text] : texts) {
        ProcessTrace trace;
        for (const std::string& line : lines_of(text)) {
            if (contains(line, "= ? ERESTART")) {  // will be made again; whether a signal came before or during it is chance
                continue;
            }
            if (line.starts_with("getrandom(")) {  // the C library draws again for a name that is not evenly distributed, or taken
                continue;
            }
            (line.starts_with("--- ") ? trace.signals : trace.lines).push_back(without_noise(line, pids));
        }
        std::sort(trace.signals.begin(), trace.signals.end());
        traces.push_back(std::move(trace));
    }
    return traces;
}

std::string differences(std::vector<std::string> expected, std::vector<std::string> actual, bool ordered) {
    std::string text;
    if (ordered) {
        for (std::size_t i = 0; i < std::max(expected.size(), actual.size()); ++i) {
            const std::string left = i < expected.size() ? expected[i] : "(nothing)";
            const std::string right = i < actual.size() ? actual[i] : "(nothing)";
            if (left != right) {
                text += "- " + left + "\n+ " + right + "\n";
            }
        }
        return text;
    }
    std::sort(expected.begin(), expected.end());
    std::sort(actual.begin(), actual.end());
    std::vector<std::string> missing;
    std::vector<std::string> more;
    std::set_difference(expected.begin(), expected.end(), actual.begin(), actual.end(), std::back_inserter(missing));
    std::set_difference(actual.begin(), actual.end(), expected.begin(), expected.end(), std::back_inserter(more));
    for (const std::string& line : missing) {
        text += "- " + line + "\n";
    }
    for (const std::string& line : more) {
        text += "+ " + line + "\n";
    }
    return text;
}

}  // namespace troupe::tests
