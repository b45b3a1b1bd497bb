#include "tests/support/scratch.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "tests/support/processes.hpp"

namespace troupe::tests {

Scratch::Scratch() {
    std::string name = std::filesystem::temp_directory_path() / "troupe-test-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) {
        ADD_FAILURE() << "cannot make " << name;
    }
    ::chmod(name.c_str(), 0755);  // other users run here, too
    folder_ = name;
}

Scratch::~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string Scratch::write(std::string_view name, std::string_view text, bool executable) const {
    const std::filesystem::path file = folder_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    if (executable) {
        ::chmod(file.c_str(), 0755);
    }
    return file;
}

std::string Scratch::read(std::string_view name) const { return file_content(path(name)); }

}  // namespace troupe::tests
