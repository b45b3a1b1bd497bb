// Alone in a file: what these headers define as macros are words that we use.

#include "tools/options/terminal_colors.hpp"

#include <curses.h>
#include <term.h>
#include <unistd.h>

namespace troupe::options {

int terminal_colors(int fd) {
    int status = 0;
    if (::isatty(fd) != 1 || ::setupterm(nullptr, fd, &status) != OK) {
        return 0;
    }
    const int colors = ::tigetnum("colors");
    ::del_curterm(::set_curterm(nullptr));
    return colors > 0 ? colors : 0;
}

}  // namespace troupe::options
