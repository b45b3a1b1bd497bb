#pragma once

#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <functional>
#include <optional>

#include "actors/supervisor/desk.hpp"

namespace troupe {

/// Signals that ask us to end: the first in order, the second at once. A hook that hangs then is broken off.
class Interruption {
 public:
    enum class Next : std::uint8_t {
        finish,  ///< the run is to end in order
        wait,    ///< a hook was broken off, and its script stops: that ends the run
    };
    /// `interrupted`: the run ends by this signal.
    Interruption(const Desk& desk, std::function<void(int, Next)> interrupted);

    void watch();
    /// The signal that ended the run; also one that was not sent, see `end_at_next`.
    [[nodiscard]] std::optional<int> by() const { return by_; }
    /// The run ends for another reason: a signal from here on ends us at once.
    void end_at_next();

 private:
    void on_signal(int signal);
    void break_off_hook(int by, std::uint64_t since_before);
    void end_at_once(int signal);

    const Desk& desk_;
    std::function<void(int, Next)> interrupted_;
    boost::asio::signal_set signals_;
    boost::asio::steady_timer patience_;
    std::optional<int> by_;
};

}  // namespace troupe
