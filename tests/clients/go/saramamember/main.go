// saramamember is one member of a group, for tests/clients/groups: `saramamember GROUP TOPIC [INSTANCE]`. See
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

	"github.com/IBM/sarama"

	"kt-clients/kit"
)

type handler struct{ topic string }

func (h handler) Setup(s sarama.ConsumerGroupSession) error {
	var all []string
	for _, p := range s.Claims()[h.topic] {
		all = append(all, fmt.Sprint(p))
	}
	slices.Sort(all)
	fmt.Println("has " + strings.Join(all, ","))
	return nil
}

func (handler) Cleanup(sarama.ConsumerGroupSession) error { return nil }

func (handler) ConsumeClaim(s sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim) error {
	for {
		select {
		case m, open := <-claim.Messages():
			if !open {
				return nil
			}
			s.MarkMessage(m, "")
			s.Commit()
			fmt.Println("got", m.Partition, m.Offset)
		case <-s.Context().Done():
			return nil
		}
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	c := sarama.NewConfig()
	c.Version = sarama.MaxVersion
	c.Consumer.Offsets.AutoCommit.Enable = false
	c.Consumer.Offsets.Initial = sarama.OffsetOldest
	c.Consumer.Group.Session.Timeout = kit.SessionTimeout()
	c.Consumer.Group.Heartbeat.Interval = 300 * time.Millisecond
	c.Consumer.MaxWaitTime = 200 * time.Millisecond
	if len(os.Args) > 3 {
		c.Consumer.Group.InstanceId = os.Args[3]
	}
	group, err := sarama.NewConsumerGroup([]string{os.Getenv("BOOTSTRAP")}, os.Args[1], c)
	if err != nil {
		panic(err)
	}
	for ctx.Err() == nil {
		if err := group.Consume(ctx, []string{os.Args[2]}, handler{os.Args[2]}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			time.Sleep(200 * time.Millisecond)
		}
	}
	group.Close()
}
