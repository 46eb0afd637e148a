// Transactions by franz-go: its GroupTransactSession from one topic to another, with aborts and a second member on the
// way, and a producer that is fenced by its second self.
package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kgo"
)

const limit = 60 * time.Second

var seeds = kgo.SeedBrokers(bootstrap())

func bootstrap() string {
	if b := os.Getenv("BOOTSTRAP"); b != "" {
		return b
	}
	return "127.0.0.1:9092"
}

func fresh(prefix string) string { return fmt.Sprintf("%s-%d", prefix, rand.Int63()) }

func topic(ctx context.Context, partitions int32) (string, error) {
	client, err := kgo.NewClient(seeds)
	if err != nil {
		return "", err
	}
	defer client.Close()
	name := fresh("txn")
	made, err := kadm.NewClient(client).CreateTopic(ctx, partitions, 1, nil, name)
	return name, errors.Join(err, made.Err)
}

// read answers the committed values, sorted, once there are count of them and no more come.
func read(ctx context.Context, name string, count int) ([]string, error) {
	client, err := kgo.NewClient(seeds, kgo.ConsumeTopics(name), kgo.FetchIsolationLevel(kgo.ReadCommitted()),
		kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()))
	if err != nil {
		return nil, err
	}
	defer client.Close()
	var values []string
	for {
		wait := limit
		if len(values) >= count {
			wait = 500 * time.Millisecond
		}
		turn, cancel := context.WithTimeout(ctx, wait)
		fetches := client.PollFetches(turn)
		cancel()
		before := len(values)
		fetches.EachRecord(func(r *kgo.Record) { values = append(values, string(r.Value)) })
		if len(values) == before {
			slices.Sort(values)
			return values, nil
		}
	}
}

func same(got, want []string, what string) error {
	slices.Sort(want)
	if slices.Equal(got, want) {
		return nil
	}
	return fmt.Errorf("%s: got %d (%.100v…), want %d", what, len(got), got, len(want))
}

// etl reads the source in one group and writes what it reads to the target, until told to stop.
func etl(ctx context.Context, source, target, group string) error {
	session, err := kgo.NewGroupTransactSession(seeds, kgo.ConsumerGroup(group), kgo.ConsumeTopics(source),
		kgo.TransactionalID(fresh("etl")), kgo.FetchIsolationLevel(kgo.ReadCommitted()), kgo.RequireStableFetchOffsets(),
		kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()), kgo.HeartbeatInterval(200*time.Millisecond))
	if err != nil {
		return err
	}
	defer session.Close()
	for turn := 0; ; turn++ {
		fetches := session.PollRecords(ctx, 50)
		if ctx.Err() != nil {
			return nil
		}
		if err := session.Begin(); err != nil {
			return fmt.Errorf("begin: %w", err)
		}
		broken := kgo.AbortingFirstErrPromise(session.Client())
		fetches.EachRecord(func(r *kgo.Record) {
			session.Produce(ctx, &kgo.Record{Topic: target, Value: append([]byte("t-"), r.Value...)}, broken.Promise())
		})
		commit := kgo.TransactionEndTry(broken.Err() == nil && turn%4 != 3)
		if _, err := session.End(context.Background(), commit); err != nil {
			return fmt.Errorf("end: %w", err)
		}
	}
}

func transform(ctx context.Context) error {
	source, err := topic(ctx, 4)
	if err != nil {
		return err
	}
	target, err := topic(ctx, 4)
	if err != nil {
		return err
	}
	feed, err := kgo.NewClient(seeds, kgo.DefaultProduceTopic(source))
	if err != nil {
		return err
	}
	defer feed.Close()
	working, stop := context.WithCancel(ctx)
	defer stop()
	group, ended := fresh("etl"), make(chan error, 2)
	go func() { ended <- etl(working, source, target, group) }()
	var want []string
	for n := range 2000 {
		if n == 700 {
			go func() { ended <- etl(working, source, target, group) }()
		}
		value := fmt.Sprint(n)
		want = append(want, "t-"+value)
		feed.Produce(ctx, kgo.StringRecord(value), nil)
		if n%50 == 0 {
			if err := feed.Flush(ctx); err != nil {
				return err
			}
			time.Sleep(10 * time.Millisecond)
		}
	}
	if err := feed.Flush(ctx); err != nil {
		return err
	}
	got, err := read(ctx, target, len(want))
	stop()
	for range 2 {
		err = errors.Join(err, <-ended)
	}
	return errors.Join(err, same(got, want, "what came out"))
}

func fenced(ctx context.Context) error {
	name, err := topic(ctx, 1)
	if err != nil {
		return err
	}
	id := fresh("twin")
	open := func(value string) (*kgo.Client, error) {
		client, err := kgo.NewClient(seeds, kgo.TransactionalID(id), kgo.DefaultProduceTopic(name))
		if err != nil {
			return nil, err
		}
		if err := client.BeginTransaction(); err != nil {
			return nil, err
		}
		return client, client.ProduceSync(ctx, kgo.StringRecord(value)).FirstErr()
	}
	first, err := open("of the first")
	if err != nil {
		return err
	}
	defer first.Close()
	second, err := open("of the second")
	if err != nil {
		return err
	}
	defer second.Close()
	if err := second.EndTransaction(ctx, kgo.TryCommit); err != nil {
		return fmt.Errorf("the second one cannot commit: %w", err)
	}
	if err := first.EndTransaction(ctx, kgo.TryCommit); err == nil {
		return errors.New("the first one could commit")
	}
	got, err := read(ctx, name, 1)
	return errors.Join(err, same(got, []string{"of the second"}, "what is committed"))
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 2*limit)
	defer cancel()
	failed := false
	for _, c := range []struct {
		name string
		body func(context.Context) error
	}{{"consume-transform-produce", transform}, {"fenced-by-second-self", fenced}} {
		if err := c.body(ctx); err != nil {
			failed = true
			fmt.Printf("FAIL %s %s\n", c.name, strings.Join(strings.Fields(err.Error()), " "))
			continue
		}
		fmt.Println("ok", c.name)
	}
	if failed {
		os.Exit(1)
	}
}
