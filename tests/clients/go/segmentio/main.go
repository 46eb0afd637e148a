// segmentio/kafka-go: its Reader speaks old versions (Fetch 10 at most), its Client newer ones; both are used here.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/segmentio/kafka-go"

	"kt-clients/kit"
)

type client struct {
	*kafka.Client
}

func ctx() context.Context {
	c, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	_ = cancel // the program ends soon; every call has its own limit
	return c
}

func (client) Name() string     { return "kafka-go" }
func (client) Codecs() []string { return []string{"none", "gzip", "snappy", "lz4", "zstd"} }
func (client) Idempotent() bool { return false }
func (client) Lossy() bool      { return true }

func (client) Code(err error) int {
	var e kafka.Error
	if errors.As(err, &e) {
		return int(e)
	}
	var large kafka.MessageTooLargeError
	if errors.As(err, &large) {
		return 10
	}
	return -2
}

func (c client) CreateTopic(name string, partitions int32, configs map[string]string) error {
	topic := kafka.TopicConfig{Topic: name, NumPartitions: int(partitions), ReplicationFactor: 1}
	for k, v := range configs {
		topic.ConfigEntries = append(topic.ConfigEntries, kafka.ConfigEntry{ConfigName: k, ConfigValue: v})
	}
	answer, err := c.CreateTopics(ctx(), &kafka.CreateTopicsRequest{Topics: []kafka.TopicConfig{topic}})
	if err != nil {
		return err
	}
	return answer.Errors[name]
}

func (c client) metadata(topics ...string) (*kafka.MetadataResponse, error) {
	return c.Metadata(ctx(), &kafka.MetadataRequest{Topics: topics})
}

func (c client) ListTopics() ([]string, error) {
	m, err := c.metadata()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, t := range m.Topics {
		names = append(names, t.Name)
	}
	return names, nil
}

func ids(brokers []kafka.Broker) []int32 {
	var found []int32
	for _, b := range brokers {
		found = append(found, int32(b.ID))
	}
	return found
}

func (c client) DescribeTopic(name string) (map[int32][2][]int32, error) {
	m, err := c.metadata(name)
	if err != nil {
		return nil, err
	}
	for _, t := range m.Topics {
		if t.Name != name {
			continue
		}
		found := map[int32][2][]int32{}
		for _, p := range t.Partitions {
			found[int32(p.ID)] = [2][]int32{ids(p.Replicas), ids(p.Isr)}
		}
		return found, t.Error
	}
	return nil, kafka.UnknownTopicOrPartition
}

func (c client) DescribeCluster() (int32, []kit.Node, error) {
	m, err := c.metadata()
	if err != nil {
		return 0, nil, err
	}
	var nodes []kit.Node
	for _, b := range m.Brokers {
		nodes = append(nodes, kit.Node{ID: int32(b.ID), Host: b.Host, Port: int32(b.Port)})
	}
	return int32(m.Controller.ID), nodes, nil
}

func (c client) DescribeConfigs(topic string) (map[string]string, error) {
	answer, err := c.Client.DescribeConfigs(ctx(), &kafka.DescribeConfigsRequest{
		Resources: []kafka.DescribeConfigRequestResource{{ResourceType: kafka.ResourceTypeTopic, ResourceName: topic}},
	})
	if err != nil {
		return nil, err
	}
	configs := map[string]string{}
	for _, e := range answer.Resources[0].ConfigEntries {
		configs[e.ConfigName] = e.ConfigValue
	}
	return configs, answer.Resources[0].Error
}

func (c client) AlterConfigs(topic string, configs map[string]string) error {
	resource := kafka.IncrementalAlterConfigsRequestResource{ResourceType: kafka.ResourceTypeTopic, ResourceName: topic}
	for k, v := range configs {
		resource.Configs = append(resource.Configs, kafka.IncrementalAlterConfigsRequestConfig{
			Name: k, Value: v, ConfigOperation: kafka.ConfigOperationSet,
		})
	}
	answer, err := c.IncrementalAlterConfigs(ctx(), &kafka.IncrementalAlterConfigsRequest{
		Resources: []kafka.IncrementalAlterConfigsRequestResource{resource},
	})
	if err != nil {
		return err
	}
	return answer.Resources[0].Error
}

func (c client) CreatePartitions(topic string, total int32) error {
	answer, err := c.Client.CreatePartitions(ctx(), &kafka.CreatePartitionsRequest{
		Topics: []kafka.TopicPartitionsConfig{{Name: topic, Count: total}},
	})
	if err != nil {
		return err
	}
	return answer.Errors[topic]
}

func (client) DeleteRecords(string, int32, int64) error {
	return fmt.Errorf("%w: it has no DeleteRecords", kit.ErrUnsupported)
}

func (c client) DeleteTopic(name string) error {
	answer, err := c.DeleteTopics(ctx(), &kafka.DeleteTopicsRequest{Topics: []string{name}})
	if err != nil {
		return err
	}
	return answer.Errors[name]
}

// byPartition hands every message to the partition its writer asked for.
type byPartition struct{}

func (byPartition) Balance(m kafka.Message, _ ...int) int { return m.WriterData.(int) }

func (client) Produce(topic string, records []kit.Rec, how kit.How) ([]int64, error) {
	offsets := make([]int64, len(records))
	w := &kafka.Writer{
		Addr: kafka.TCP(kit.Bootstrap()), Topic: topic, Balancer: byPartition{}, BatchTimeout: 20 * time.Millisecond,
		BatchSize: 1000, BatchBytes: 1 << 20, RequiredAcks: kafka.RequiredAcks(how.Acks), AllowAutoTopicCreation: true,
		MaxAttempts: 20, WriteBackoffMin: 50 * time.Millisecond, WriteBackoffMax: 200 * time.Millisecond,
		Compression: map[string]kafka.Compression{
			"gzip": kafka.Gzip, "snappy": kafka.Snappy, "lz4": kafka.Lz4, "zstd": kafka.Zstd,
		}[how.Codec],
	}
	defer w.Close()
	messages := make([]kafka.Message, len(records))
	for i, r := range records {
		messages[i] = kafka.Message{Key: r.Key, Value: r.Value, WriterData: int(r.Partition)}
		if r.Millis != 0 {
			messages[i].Time = time.UnixMilli(r.Millis)
		}
		for _, h := range r.Headers {
			messages[i].Headers = append(messages[i].Headers, kafka.Header{Key: h.Key, Value: h.Value})
		}
	}
	err := w.WriteMessages(ctx(), messages...)
	for range 20 { // the writer asks for a topic's creation, and leaves trying again to the caller
		if !errors.Is(err, kafka.UnknownTopicOrPartition) && !errors.Is(err, kafka.LeaderNotAvailable) {
			break
		}
		time.Sleep(100 * time.Millisecond)
		err = w.WriteMessages(ctx(), messages...)
	}
	var many kafka.WriteErrors
	if errors.As(err, &many) {
		for _, e := range many {
			if e != nil {
				return nil, e
			}
		}
	}
	if err != nil {
		return nil, err
	}
	next := map[int32]int64{} // the writer keeps order in a partition and tells no offsets: checked when read back
	for i, r := range records {
		offsets[i] = next[r.Partition]
		next[r.Partition]++
	}
	return offsets, nil
}

func reader(topic string, partition int32, wait time.Duration) *kafka.Reader {
	return kafka.NewReader(kafka.ReaderConfig{
		Brokers: []string{kit.Bootstrap()}, Topic: topic, Partition: int(partition), MinBytes: 1, MaxBytes: 10 << 20,
		MaxWait: wait, ReadBatchTimeout: 10 * time.Second,
	})
}

func record(m kafka.Message) kit.Rec {
	got := kit.Rec{Partition: int32(m.Partition), Key: m.Key, Value: m.Value, Millis: m.Time.UnixMilli(), Offset: m.Offset}
	for _, h := range m.Headers {
		got.Headers = append(got.Headers, kit.Header{Key: h.Key, Value: h.Value})
	}
	return got
}

func (client) Consume(topic string, partition int32, start int64, count int) ([]kit.Rec, error) {
	r := reader(topic, partition, 100*time.Millisecond) // Close waits for the fetch in flight
	defer r.Close()
	if start == kit.Beginning {
		start = kafka.FirstOffset
	}
	if err := r.SetOffset(start); err != nil {
		return nil, err
	}
	var got []kit.Rec
	for limit := ctx(); len(got) < count; {
		m, err := r.ReadMessage(limit)
		if err != nil {
			return got, err
		}
		got = append(got, record(m))
	}
	return got, nil
}

func (c client) ConsumeOutOfRange(topic string, partition int32, start int64) (kit.Rec, error) {
	answer, err := c.Fetch(ctx(), &kafka.FetchRequest{
		Topic: topic, Partition: int(partition), Offset: start, MinBytes: 1, MaxBytes: 1 << 20, MaxWait: time.Second,
	})
	if err != nil {
		return kit.Rec{}, err
	}
	if !errors.Is(answer.Error, kafka.OffsetOutOfRange) {
		return kit.Rec{}, fmt.Errorf("got %v, want OFFSET_OUT_OF_RANGE", answer.Error)
	}
	got, err := c.Consume(topic, partition, kit.Beginning, 1) // resetting is the caller's work here
	if err != nil {
		return kit.Rec{}, err
	}
	return got[0], nil
}

func (client) WaitForOne(topic string, partition int32, ready func()) (kit.Rec, time.Time, error) {
	r := reader(topic, partition, 5*time.Second)
	defer r.Close()
	if err := r.SetOffset(kafka.LastOffset); err != nil {
		return kit.Rec{}, time.Time{}, err
	}
	time.AfterFunc(700*time.Millisecond, ready)
	m, err := r.ReadMessage(ctx())
	return record(m), time.Now(), err
}

func (c client) offset(topic string, r kafka.OffsetRequest) (kafka.PartitionOffsets, error) {
	answer, err := c.ListOffsets(ctx(), &kafka.ListOffsetsRequest{Topics: map[string][]kafka.OffsetRequest{topic: {r}}})
	if err != nil {
		return kafka.PartitionOffsets{}, err
	}
	return answer.Topics[topic][0], answer.Topics[topic][0].Error
}

func (c client) OffsetForTime(topic string, partition int32, millis int64) (int64, error) {
	found, err := c.offset(topic, kafka.TimeOffsetOf(int(partition), time.UnixMilli(millis)))
	for offset := range found.Offsets {
		return offset, err
	}
	return -1, err
}

func (c client) StartOffset(topic string, partition int32) (int64, error) {
	found, err := c.offset(topic, kafka.FirstOffsetOf(int(partition)))
	return found.FirstOffset, err
}

func (c client) EndOffset(topic string, partition int32) (int64, error) {
	found, err := c.offset(topic, kafka.LastOffsetOf(int(partition)))
	return found.LastOffset, err
}

func main() {
	kit.Run(client{&kafka.Client{Addr: kafka.TCP(kit.Bootstrap()), Timeout: 20 * time.Second}})
}
