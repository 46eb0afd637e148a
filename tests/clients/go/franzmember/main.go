// franzmember is one member of a group, for tests/clients/groups: `franzmember GROUP TOPIC [INSTANCE]`. See
// python/member.py.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/twmb/franz-go/pkg/kgo"

	"kt-clients/kit"
)

func main() {
	group, topic := os.Args[1], os.Args[2]
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	var client *kgo.Client
	owned := map[int32]bool{}
	say := func() {
		var all []string
		for p := range owned {
			all = append(all, fmt.Sprint(p))
		}
		slices.Sort(all)
		fmt.Println("has " + strings.Join(all, ","))
	}
	options := []kgo.Opt{
		kgo.SeedBrokers(os.Getenv("BOOTSTRAP")),
		kgo.ConsumerGroup(group),
		kgo.ConsumeTopics(topic),
		kgo.DisableAutoCommit(),
		kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()),
		kgo.SessionTimeout(kit.SessionTimeout()),
		kgo.HeartbeatInterval(300 * time.Millisecond),
		kgo.FetchMaxWait(200 * time.Millisecond),
		kgo.OnPartitionsAssigned(func(_ context.Context, _ *kgo.Client, got map[string][]int32) {
			for _, p := range got[topic] {
				owned[p] = true
			}
			say()
		}),
		kgo.OnPartitionsRevoked(func(_ context.Context, _ *kgo.Client, gone map[string][]int32) {
			for _, p := range gone[topic] {
				delete(owned, p)
			}
			say()
		}),
		kgo.OnPartitionsLost(func(_ context.Context, _ *kgo.Client, gone map[string][]int32) {
			clear(owned)
		}),
	}
	if len(os.Args) > 3 {
		options = append(options, kgo.InstanceID(os.Args[3]))
	}
	client, err := kgo.NewClient(options...)
	if err != nil {
		panic(err)
	}
	for ctx.Err() == nil {
		fetches := client.PollFetches(ctx)
		fetches.EachRecord(func(r *kgo.Record) {
			if err := client.CommitRecords(ctx, r); err == nil {
				fmt.Println("got", r.Partition, r.Offset)
			}
		})
	}
	client.Close()
}
