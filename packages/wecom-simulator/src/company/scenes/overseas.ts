import { readScenes } from '../read-scenes.ts';

/** Buyers abroad, in English, one to one. */
export const OVERSEAS = readScenes(`
= en-first-enquiry | pair en
C: Hello {S}, we met at the produce fair last spring.
S: Hi {C}, of course, you tasted the {fruit} twice.
C: I did. Can you ship a trial pallet to us?
S: Yes. One pallet is 80 cartons, mixed varieties are fine.
C: Then 50 {fruit} and 30 {fruit2}.
S: Noted. I will send a quotation today.
S #file Quotation-{order}.pdf
C: Received. What does ex works mean for insurance?
S: Insurance is on your side from our gate. We can quote delivered as well.
C: Delivered, please, it saves us trouble.
S: New version in an hour.

= en-consent | pair en
S: Hello, this is {S} from Hewang Fruit, account manager for your region.
C: Nice to meet you.
S: Our chats are kept for quality reasons, your app will ask you to agree.
C #agree
C: Done. Is there a price list?
S #file Price-list-{month}.xlsx
C: Thanks, I will come back to you.
S: Take your time.

= en-late-documents | pair en
C: The bill of lading is still missing.
S: The carrier promised it by noon, let me chase them.
C: Our bank closes at {hour}, we need it before that.
S: Understood, calling them now.
S #call 94 2
S: They released it. Draft attached, original follows by courier.
S #file Bill-of-lading-{order}.pdf
C: Consignee address lacks the unit number.
S: Good catch, corrected copy in ten minutes.
C: Perfect, thank you.

= en-reorder | pair en
C: The {fruit} sold out in three days.
S: That is quick, congratulations.
C: We want {boxes} cartons more, same size.
S: Same size is possible until {day}, after that they run larger.
C: Then load before {day}.
S: Truck is booked, order {order}.
C: Can the driver send pictures of the loading?
S: He will.
S #image
C: Looks tidy.
S #face

= en-size-chart | pair en
C: What is count 56 in millimetres?
S: About 75 to 80, depends on the shape.
S #link Size chart for citrus | Counts, diameters and cartons per pallet | https://www.example.com/hewang/sizes
C: Bookmarked. Our chain wants nothing below 72.
S: Then count 64 is the smallest you should take.
C: What is the price gap between 56 and 64?
S: Six per carton this week.
C: We take {boxes} of 56 and {low} of 64.
S: Confirmed, I will update the order.

= en-quality-praise | pair en
C: Just wanted to say the {fruit2} were excellent.
S: That makes our day, I will tell the growers.
C: My boss asks whether you can hold the quality in {month}.
S: Early {month} yes, later we switch to the hill orchards, slightly smaller fruit.
C: Smaller is fine if they are sweet.
S: They are sweeter, fewer leaves and more sun.
C: Then keep us on the list.
S: Always.

= en-payment-terms | pair en
C: Could we move to 45 days?
S: How many containers do you plan for the year?
C: Ten, maybe twelve.
S: With ten I can ask for 45 days, the first three at 30.
C: Fair enough.
S: I will put it into the framework agreement.
S #file Framework-agreement-draft.pdf
C: Clause 7 mentions arbitration in {city}, our lawyer prefers Hamburg.
S: Let me check with our side.
C #quote 4: This part is fine for us, only clause 7 is open.
S: Noted, I will answer by {day}.

= en-visit | pair en
C: I will be in {city} next week, may I see the packing house?
S: With pleasure, which day suits you?
C: {day}, after {hour}.
S: Good, I will pick you up at the hotel.
S #location Hewang packing house | Cold chain park, block C, no. 6 | 113.71 | 34.69
C: Do I need special shoes?
S: We have boots and coats, only bring a warm sweater.
C: Warm sweater in this heat, that is funny.
S: It is four degrees inside.
C #voice 3
S: See you then.

= en-wrong-invoice | pair en
C: Invoice {order} shows {boxes} cartons, we received {low} fewer.
S: One moment, comparing with the packing list.
S: You are right, the last pallet stayed behind.
C: Will it come with the next truck?
S: Yes, on {day}, and I will correct the invoice today.
S #recall
S: Corrected invoice attached, the earlier file is void.
S #file Invoice-{order}-corrected.pdf
C: Matches now, thanks for the quick fix.
`);
