#include <filesystem>
#include <fstream>
#include <iostream>

#include "tools/manual/manual.hpp"

/// Run by the build: `troupe_manual DIRECTORY` writes the manual page and the completions into it.
int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "Usage: troupe_manual DIRECTORY\n";
        return 1;
    }
    const std::filesystem::path directory = words[1];
    const auto write = [&directory](const char* name, const std::string& text) {
        std::ofstream out(directory / name);
        out << text;
        return static_cast<bool>(out.flush());
    };
    namespace manual = troupe::manual;
    if (write("troupe.1", manual::manual_page()) && write("troupe.bash", manual::bash_completion()) &&
        write("_troupe", manual::zsh_completion()) && write("troupe.fish", manual::fish_completion())) {
        return 0;
    }
    std::cerr << "troupe_manual: cannot write into " << directory << "\n";
    return 1;
}
