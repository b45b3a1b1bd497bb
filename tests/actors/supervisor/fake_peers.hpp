#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "actors/peers.hpp"

namespace troupe::tests {

/// Workers that carry out nothing: it is written down what they were sent.
class FakePeers final : public Peers {
 public:
    explicit FakePeers(std::size_t count = 2) : count_(count) {}

    [[nodiscard]] std::size_t count() const override { return count_; }
    [[nodiscard]] int cpu_of(std::size_t worker) const override { return static_cast<int>(worker); }
    void send(std::size_t worker, orders::Order order) override {
        sent_ += fmt::format("{}{}: {}", sent_.empty() ? "" : ", ", worker, std::visit([](const auto& what) { return name(what); }, order));
    }

    /// Since this was asked last.
    [[nodiscard]] std::string sent() { return std::exchange(sent_, {}); }

 private:
    static std::string name(const orders::AttachTo& order) {
        std::string tids;
        for (const pid_t tid : order.tids) {
            tids += fmt::format(" {}", tid);
        }
        return "attach to" + tids;
    }
    static std::string name(const orders::HoldsOver&) { return "holds over"; }
    static std::string name(const orders::End&) { return "end"; }
    static std::string name(const orders::DetachAll&) { return "detach all"; }
    template <typename Order>
    static std::string name(const Order&) {
        return "another order";
    }

    std::size_t count_;
    std::string sent_;
};

}  // namespace troupe::tests
