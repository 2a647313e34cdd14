-- What the pages of people, outlets and the review ask for, so that they need not read the rows themselves.

CREATE INDEX attributions_quoted ON attributions (speaker_id, outlet_id, dated_from, dated_to) WHERE mode <> 'thought';
CREATE INDEX attributions_published ON attributions (outlet_id) WHERE mode <> 'thought';
CREATE INDEX attributions_least_sure ON attributions (confidence, id) WHERE mode <> 'thought';
